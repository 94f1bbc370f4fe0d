package org.simpul.inquiry.rfi;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.inquiry.rfi.RfiStatus.CANCELLED;
import static org.simpul.inquiry.rfi.RfiStatus.CLOSED;
import static org.simpul.inquiry.rfi.RfiStatus.DRAFT;
import static org.simpul.inquiry.rfi.RfiStatus.EXPIRED;
import static org.simpul.inquiry.rfi.RfiStatus.ISSUED;
import static org.simpul.inquiry.rfi.RfiStatus.PENDING_APPROVAL;

/** The one table of how a request for information moves. */
enum RfiTransition implements Transition<RfiStatus> {
    BEGIN(Set.of(), DRAFT, Permission.RFI_DRAFT, "a case, or a live matter", RfiAct.RFI_DRAFTED),
    HAND_OVER(
            Set.of(DRAFT),
            PENDING_APPROVAL,
            Permission.RFI_DRAFT,
            "somebody receives it; its case is open or its matter live; nobody protected in the case is named",
            RfiAct.RFI_HANDED_OVER),
    RETURN(
            Set.of(PENDING_APPROVAL),
            DRAFT,
            Permission.RFI_AUTHORISE,
            "another person than those who wrote it; a reason",
            RfiAct.RFI_RETURNED),
    ISSUE(
            Set.of(PENDING_APPROVAL),
            ISSUED,
            Permission.RFI_AUTHORISE,
            "as to hand over; another person than those who wrote it, with the digest that was read; to the recipients that"
                    + " were shown",
            RfiAct.RFI_ISSUED),
    ISSUE_ALONE(
            Set.of(DRAFT, PENDING_APPROVAL),
            ISSUED,
            Permission.P1_ACT_ALONE,
            "as to hand over; urgent; one person, with a second factor and a ground; reviewed afterwards",
            RfiAct.RFI_ISSUED_ALONE),
    CANCEL(Set.of(DRAFT, PENDING_APPROVAL), CANCELLED, Permission.RFI_DRAFT, "", RfiAct.RFI_CANCELLED),
    CLOSE(Set.of(ISSUED), CLOSED, Permission.RFI_DRAFT, "", RfiAct.RFI_CLOSED),
    EXPIRE(
            Set.of(ISSUED),
            EXPIRED,
            null,
            "long past the last of its deadlines, and nobody closed it",
            RfiAct.RFI_EXPIRED);

    private final TransitionEdge<RfiStatus> edge;

    RfiTransition(Set<RfiStatus> from, RfiStatus to, @Nullable Permission permission, String guard, RfiAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<RfiStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return switch (this) {
            case HAND_OVER, ISSUE, ISSUE_ALONE, CLOSE, EXPIRE -> Optional.of("notification");
            case BEGIN, RETURN, CANCEL -> Optional.empty();
        };
    }
}
