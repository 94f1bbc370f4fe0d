package org.simpul.inquiry.interest;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.inquiry.interest.InterestStatus.ENDED;
import static org.simpul.inquiry.interest.InterestStatus.LIVE;
import static org.simpul.inquiry.interest.InterestStatus.SILENT;
import static org.simpul.inquiry.interest.InterestStatus.WITHDRAWN;

/** The one table of how an interest moves. */
enum InterestStep implements Transition<InterestStatus> {
    REGISTER(
            Set.of(),
            LIVE,
            Permission.INTEREST_REGISTER,
            "a live matter; it ends with that at the latest",
            InterestAct.INTEREST_REGISTERED),
    SILENCE(
            Set.of(LIVE, SILENT),
            SILENT,
            Permission.INTEREST_SILENCE,
            "a reason, and an end of the silence",
            InterestAct.INTEREST_SILENCED),
    END_SILENCE(Set.of(SILENT), LIVE, null, "the end of the silence has come", InterestAct.INTEREST_SILENCE_ENDED),
    WITHDRAW(Set.of(LIVE, SILENT), WITHDRAWN, Permission.INTEREST_REGISTER, "", InterestAct.INTEREST_WITHDRAWN),
    END(
            Set.of(LIVE, SILENT),
            ENDED,
            null,
            "its time is over; with its matter it meets nobody",
            InterestAct.INTEREST_ENDED);

    private final TransitionEdge<InterestStatus> edge;

    InterestStep(
            Set<InterestStatus> from,
            InterestStatus to,
            @Nullable Permission permission,
            String guard,
            InterestAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<InterestStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return this == REGISTER || this == END_SILENCE ? Optional.of(Interests.REGISTERED) : Optional.empty();
    }
}
