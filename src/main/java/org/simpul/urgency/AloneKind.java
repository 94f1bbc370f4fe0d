package org.simpul.urgency;

import java.util.Arrays;
import java.util.List;
import org.simpul.access.Caller;
import org.simpul.access.Permission;

/** What can be done alone for a child at imminent risk, and who reviews it: whoever would have approved it before. */
public enum AloneKind {
    /** A referral goes to the FIU; the object is the referral. */
    SUBMISSION(Permission.REFERRAL_SUBMIT, "REFERRAL"),
    DISSEMINATION(Permission.DISSEMINATION_APPROVE, "DISSEMINATION_VERSION"),
    UNMASK(Permission.VICTIM_UNMASK_APPROVE, "UNMASKING"),
    /** A request for information is issued. */
    RFI(Permission.RFI_AUTHORISE, "RFI"),
    /** No person acted: the FIU's standing rule disseminated a P1 at once. */
    STANDING_RULE(Permission.DISSEMINATION_APPROVE, "DISSEMINATION_VERSION");

    private final Permission approval;
    private final String within;

    AloneKind(Permission approval, String within) {
        this.approval = approval;
        this.within = within;
    }

    /** @return what a reviewer must hold */
    public Permission approval() {
        return approval;
    }

    /** @return what its object is to those who are notified: not all of an institution may see it */
    String within() {
        return within;
    }

    static List<AloneKind> reviewedBy(Caller caller) {
        return Arrays.stream(values()).filter(kind -> caller.may(kind.approval)).toList();
    }
}
