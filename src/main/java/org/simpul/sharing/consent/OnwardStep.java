package org.simpul.sharing.consent;

import java.util.Optional;
import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;
import org.simpul.sharing.OnwardLedger;

import static org.simpul.sharing.consent.OnwardStatus.DECLINED;
import static org.simpul.sharing.consent.OnwardStatus.DISCLOSED;
import static org.simpul.sharing.consent.OnwardStatus.PENDING_APPROVAL;
import static org.simpul.sharing.consent.OnwardStatus.RECALLED;

/** The one table of how an onward disclosure moves. */
enum OnwardStep implements Transition<OnwardStatus> {
    DRAFT(
            Set.of(),
            PENDING_APPROVAL,
            Permission.DISCLOSURE_DRAFT,
            "a live consent that names its recipients; handling no looser than it came by",
            ConsentAct.ONWARD_DISCLOSURE_DRAFTED),
    APPROVE(
            Set.of(PENDING_APPROVAL),
            DISCLOSED,
            Permission.DISCLOSURE_APPROVE,
            "another person than who drafted it, with the digest that was read; the consent is live",
            ConsentAct.ONWARD_DISCLOSURE_APPROVED),
    DECLINE(
            Set.of(PENDING_APPROVAL),
            DECLINED,
            Permission.DISCLOSURE_APPROVE,
            "another person than who drafted it; a reason",
            ConsentAct.ONWARD_DISCLOSURE_DECLINED),
    RECALL(
            Set.of(DISCLOSED),
            RECALLED,
            Permission.DISCLOSURE_RECALL,
            "a reason",
            ConsentAct.ONWARD_DISCLOSURE_RECALLED);

    private final TransitionEdge<OnwardStatus> edge;

    OnwardStep(Set<OnwardStatus> from, OnwardStatus to, Permission permission, String guard, ConsentAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<OnwardStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return switch (this) {
            case DRAFT -> Optional.of("notification");
            case APPROVE -> Optional.of(OnwardLedger.HANDED_ON);
            case RECALL -> Optional.of(OnwardLedger.ENDED);
            case DECLINE -> Optional.empty();
        };
    }
}
