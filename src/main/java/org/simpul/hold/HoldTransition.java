package org.simpul.hold;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.hold.HoldStatus.CANCELLED;
import static org.simpul.hold.HoldStatus.DRAFT;
import static org.simpul.hold.HoldStatus.EXECUTED;
import static org.simpul.hold.HoldStatus.EXPIRED;
import static org.simpul.hold.HoldStatus.EXTENDED;
import static org.simpul.hold.HoldStatus.PENDING_APPROVAL;
import static org.simpul.hold.HoldStatus.REFUSED;
import static org.simpul.hold.HoldStatus.RELEASED;
import static org.simpul.hold.HoldStatus.REQUESTED;

/** The one table of how a hold moves. */
enum HoldTransition implements Transition<HoldStatus> {
    BEGIN(Set.of(), DRAFT, Permission.HOLD_DRAFT, "", HoldAct.HOLD_DRAFTED),
    /** An agency writes down what it has ordered, or asked for, by a letter of its own. */
    RECORD(Set.of(), REQUESTED, Permission.HOLD_RECORD, "a person, under a live matter", HoldAct.HOLD_RECORDED),
    HAND_OVER(Set.of(DRAFT), PENDING_APPROVAL, Permission.HOLD_DRAFT, "", HoldAct.HOLD_HANDED_OVER),
    RETURN(
            Set.of(PENDING_APPROVAL),
            DRAFT,
            Permission.HOLD_APPROVE,
            "another person than those who wrote it; a reason",
            HoldAct.HOLD_RETURNED),
    REQUEST(
            Set.of(PENDING_APPROVAL),
            REQUESTED,
            Permission.HOLD_APPROVE,
            "asked of an institution; another person than those who wrote it, with the digest that was read",
            HoldAct.HOLD_REQUESTED),
    POSTPONE(
            Set.of(PENDING_APPROVAL),
            EXECUTED,
            Permission.HOLD_APPROVE,
            "done by the institution itself; another person than those who wrote it, with the digest that was read",
            HoldAct.HOLD_POSTPONED),
    CANCEL(Set.of(DRAFT, PENDING_APPROVAL), CANCELLED, Permission.HOLD_DRAFT, "", HoldAct.HOLD_CANCELLED),
    EXECUTE(Set.of(REQUESTED), EXECUTED, null, "the institution says that it did", HoldAct.HOLD_EXECUTED),
    REFUSE(Set.of(REQUESTED), REFUSED, null, "the institution says why it did not", HoldAct.HOLD_REFUSED),
    EXTEND(
            Set.of(EXECUTED),
            EXTENDED,
            Permission.HOLD_APPROVE,
            "of a kind that can be; not over; another person than who proposed it, with the digest that was read",
            HoldAct.HOLD_EXTENDED),
    RELEASE(
            Set.of(REQUESTED, EXECUTED, EXTENDED, EXPIRED),
            RELEASED,
            Permission.HOLD_APPROVE,
            "another person than who proposed it, with the digest that was read",
            HoldAct.HOLD_RELEASED),
    RECORD_RELEASE(
            Set.of(REQUESTED, EXPIRED),
            RELEASED,
            Permission.HOLD_RECORD,
            "of what an agency has recorded",
            HoldAct.HOLD_RELEASED),
    CONFIRM_RELEASE(
            Set.of(EXECUTED, EXTENDED, EXPIRED),
            RELEASED,
            null,
            "the institution says that it released the money",
            HoldAct.HOLD_RELEASE_CONFIRMED),
    EXPIRE(Set.of(REQUESTED, EXECUTED, EXTENDED), EXPIRED, null, "its end has come", HoldAct.HOLD_EXPIRED);

    private final TransitionEdge<HoldStatus> edge;

    HoldTransition(Set<HoldStatus> from, HoldStatus to, @Nullable Permission permission, String guard, HoldAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<HoldStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return switch (this) {
            case BEGIN, RETURN, CANCEL -> Optional.empty();
            default -> Optional.of("notification");
        };
    }
}
