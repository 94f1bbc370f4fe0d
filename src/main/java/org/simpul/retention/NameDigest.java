package org.simpul.retention;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/**
 * What exactly is meant.
 *
 * @param digest of what was read
 */
@Schema(example = "{\"digest\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}")
record NameDigest(@NotNull @Pattern(regexp = "[0-9a-f]{64}") String digest) {

    /** @throws Problem VERSION_CHANGED when it is not what was read */
    void require(String now) {
        if (!digest.equals(now)) {
            throw Problem.of(ProblemType.VERSION_CHANGED);
        }
    }
}
