package org.simpul.urgency;

import java.util.Arrays;
import java.util.List;
import org.simpul.access.Caller;
import org.simpul.access.Permission;

/** What can be done alone for a child at imminent risk, and who reviews it: whoever would have approved it before. */
public enum AloneKind {
    /** A referral goes to the FIU; the object is the referral. */
    SUBMISSION(Permission.REFERRAL_SUBMIT),
    DISSEMINATION(Permission.DISSEMINATION_APPROVE),
    UNMASK(Permission.VICTIM_UNMASK_APPROVE),
    /** No person acted: the FIU's standing rule disseminated a P1 at once. */
    STANDING_RULE(Permission.DISSEMINATION_APPROVE);

    private final Permission approval;

    AloneKind(Permission approval) {
        this.approval = approval;
    }

    /** @return what a reviewer must hold */
    public Permission approval() {
        return approval;
    }

    static List<AloneKind> reviewedBy(Caller caller) {
        return Arrays.stream(values()).filter(kind -> caller.may(kind.approval)).toList();
    }
}
