package org.simpul.oversight;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;
import org.simpul.outbox.Notifications;

import static org.simpul.oversight.BreachStatus.CLOSED;
import static org.simpul.oversight.BreachStatus.CLOSURE_PROPOSED;
import static org.simpul.oversight.BreachStatus.OPEN;

/** The one table of how a breach moves; each step is an entry of its history. */
enum BreachStep implements Transition<BreachStatus> {
    RECORD(Set.of(), OPEN, Permission.BREACH_RECORD, "discovered before now", OversightAct.BREACH_RECORDED),
    ASSESS(Set.of(OPEN), OPEN, Permission.BREACH_RECORD, "", OversightAct.BREACH_ASSESSED),
    TAKE_MEASURE(Set.of(OPEN), OPEN, Permission.BREACH_RECORD, "", OversightAct.BREACH_MEASURE_TAKEN),
    TELL_AUTHORITY(
            Set.of(OPEN),
            OPEN,
            Permission.BREACH_RECORD,
            "when it was told, after the discovery",
            OversightAct.BREACH_AUTHORITY_TOLD),
    TELL_SUBJECTS(
            Set.of(OPEN),
            OPEN,
            Permission.BREACH_RECORD,
            "when they were told, after the discovery",
            OversightAct.BREACH_SUBJECTS_TOLD),
    PROPOSE_CLOSURE(
            Set.of(OPEN),
            CLOSURE_PROPOSED,
            Permission.BREACH_RECORD,
            "authority and subjects are both told, or no persons are concerned",
            OversightAct.BREACH_CLOSURE_PROPOSED),
    DECLINE_CLOSURE(
            Set.of(CLOSURE_PROPOSED),
            OPEN,
            Permission.BREACH_RECORD,
            "another person",
            OversightAct.BREACH_CLOSURE_DECLINED),
    CLOSE(Set.of(CLOSURE_PROPOSED), CLOSED, Permission.BREACH_RECORD, "another person", OversightAct.BREACH_CLOSED),
    WARN(
            Set.of(OPEN, CLOSURE_PROPOSED),
            null,
            "authority and subjects are not both told, and time runs",
            OversightAct.BREACH_WARNED),
    PASS(
            Set.of(OPEN, CLOSURE_PROPOSED),
            null,
            "authority and subjects are not both told, and the time is over",
            OversightAct.BREACH_OVERDUE);

    private final TransitionEdge<BreachStatus> edge;

    BreachStep(
            Set<BreachStatus> from, BreachStatus to, @Nullable Permission permission, String guard, OversightAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    /** Of the clock, which leaves the status as it is. */
    BreachStep(Set<BreachStatus> from, @Nullable Permission permission, String guard, OversightAct act) {
        edge = new TransitionEdge<BreachStatus>(from, before -> before, permission, guard, act);
    }

    @Override
    public TransitionEdge<BreachStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        if (permission().isEmpty() || this == RECORD || this == PROPOSE_CLOSURE) {
            return Optional.of(Notifications.URGENT);
        }
        return tells() || this == CLOSE ? Optional.of(Notifications.ROUTINE) : Optional.empty();
    }

    /** @return whether the overseer learns of it, for whom the clock would else fall silent */
    boolean isForTheOverseer() {
        return this == RECORD || tells() || this == CLOSE || this == PASS;
    }

    /** @return whether a person takes it on a breach that is there */
    boolean isTaken() {
        return permission().isPresent() && this != RECORD;
    }

    boolean tells() {
        return this == TELL_AUTHORITY || this == TELL_SUBJECTS;
    }
}
