package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simpul.safeguard.KeyedDigest;
import org.simpul.shared.Reference;

/**
 * The references of subjects in a dissemination. A submitter knows its own and would know them again; so each
 * dissemination has others, which neither it nor the reader of another dissemination can compare. They follow from the
 * hub's key: an edit gives the same ones, and texts may use them.
 */
@ApplicationScoped
class CopiedReferences {
    private static final String PREFIX = "S";
    private static final Pattern REFERENCE = Reference.pattern(PREFIX);

    private final KeyedDigest digest;

    CopiedReferences(KeyedDigest digest) {
        this.digest = digest;
    }

    /** @param submitted the reference in the submission */
    String of(DisseminationVersion version, String submitted) {
        String both = version.disseminationId + " " + submitted;
        return Reference.of(PREFIX, digest.of("dissemination references", both.getBytes(StandardCharsets.UTF_8)));
    }

    /** In a text of a submitter: whatever looks like a reference is one of its own. */
    @Nullable
    String in(@Nullable String text, DisseminationVersion version) {
        return text == null ? null : REFERENCE.matcher(text).replaceAll(found -> of(version, found.group()));
    }

    /** In a text of the FIU, which may hold references of the dissemination as well. */
    @Nullable
    String in(@Nullable String text, DisseminationVersion version, Set<String> submitted) {
        return text == null
                ? null
                : REFERENCE
                        .matcher(text)
                        .replaceAll(found ->
                                submitted.contains(found.group()) ? of(version, found.group()) : found.group());
    }
}
