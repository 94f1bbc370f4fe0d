package org.simpul.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** The second person's word (R8): on what was read, by its digest, and with a reason where it is no. */
interface SecondWord {

    boolean approves();

    String digest();

    @Nullable
    String reason();

    /**
     * @return the reason; null at most when it is yes
     * @throws Problem INVALID when it is no, and there is none
     */
    @Nullable
    default String requireReason() {
        String reason = reason();
        if (!approves() && (reason == null || reason.isBlank())) {
            throw Problem.invalid("reason", "reason_required");
        }
        return reason;
    }

    /** @throws Problem VERSION_CHANGED when one of them is not what was read; null where nothing waits */
    default void require(@Nullable String... digests) {
        for (String present : digests) {
            if (!Objects.equals(digest(), present)) {
                throw Problem.of(ProblemType.VERSION_CHANGED);
            }
        }
    }
}
