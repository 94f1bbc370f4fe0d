package org.simpul.access;

import java.util.UUID;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** The second person (R8): a human of the same institution, and another one than those who made what is approved. */
public final class FourEyes {
    private FourEyes() {}

    /**
     * @param makers everyone who wrote on what is to be approved
     * @throws Problem SAME_PERSON when the approver is one of them, FORBIDDEN for a machine or a system actor
     */
    public static void require(Caller approver, Iterable<UUID> makers) {
        if (!approver.human()) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        UUID person = approver.person();
        for (UUID maker : makers) {
            if (maker.equals(person)) {
                throw Problem.of(ProblemType.SAME_PERSON);
            }
        }
    }
}
