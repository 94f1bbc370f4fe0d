package org.simpul.referral;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Problem;

import static org.simpul.referral.NoticeKind.FINISHED;
import static org.simpul.referral.NoticeKind.INFORMATION_REQUESTED;
import static org.simpul.referral.NoticeKind.RECEIVED;

/**
 * The one table of what the FIU tells a submitter: the state is the last notice. Its rhythm tells nothing of what became
 * of the referral: the receipt is told at once, FINISHED at a fixed time after it, once, and only what is missing in
 * between or later is somebody's decision.
 */
enum NoticeTransition implements Transition<NoticeKind> {
    TELL_RECEIPT(Set.of(), RECEIVED, null, "a submission was taken in, for the first time"),
    ASK(
            EnumSet.allOf(NoticeKind.class),
            INFORMATION_REQUESTED,
            Permission.REFERRAL_TRIAGE,
            "names fields of the referral out of a closed list"),
    FINISH(
            EnumSet.of(RECEIVED, INFORMATION_REQUESTED),
            FINISHED,
            null,
            "the fixed time after the receipt has passed; once for each referral; a code about form alone");

    private final TransitionEdge<NoticeKind> edge;

    NoticeTransition(Set<NoticeKind> from, NoticeKind to, @Nullable Permission permission, String guard) {
        edge = new TransitionEdge<>(from, to, permission, guard, ReferralAct.NOTICE_WRITTEN);
    }

    static NoticeTransition telling(NoticeKind kind) {
        return Arrays.stream(values())
                .filter(step -> step.to(kind) == kind)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public TransitionEdge<NoticeKind> edge() {
        return edge;
    }

    /**
     * @param last null when nothing was told yet
     * @throws Problem STATE_CONFLICT when this can't be told after the last notice
     */
    void requireAfter(@Nullable NoticeKind last) {
        if (last == null ? !from().isEmpty() : !leavesFrom(last)) {
            throw Problem.stateConflict("notice_out_of_turn");
        }
    }

    @Override
    public Optional<String> event() {
        return Optional.of(Notifications.ROUTINE);
    }
}
