package org.simpul.referral;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
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

    private final Set<NoticeKind> from;
    private final NoticeKind to;
    private final @Nullable Permission permission;
    private final String guard;

    NoticeTransition(Set<NoticeKind> from, NoticeKind to, @Nullable Permission permission, String guard) {
        this.from = from;
        this.to = to;
        this.permission = permission;
        this.guard = guard;
    }

    static NoticeTransition telling(NoticeKind kind) {
        return Arrays.stream(values())
                .filter(edge -> edge.to == kind)
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param last null when nothing was told yet
     * @throws Problem STATE_CONFLICT when this can't be told after the last notice
     */
    void requireAfter(@Nullable NoticeKind last) {
        if (last == null ? !from.isEmpty() : !from.contains(last)) {
            throw Problem.stateConflict("notice_out_of_turn");
        }
    }

    @Override
    public Set<NoticeKind> from() {
        return from;
    }

    @Override
    public NoticeKind to(NoticeKind start) {
        return to;
    }

    @Override
    public Optional<Permission> permission() {
        return Optional.ofNullable(permission);
    }

    @Override
    public String guard() {
        return guard;
    }

    @Override
    public ReferralAct act() {
        return ReferralAct.NOTICE_WRITTEN;
    }

    @Override
    public Optional<String> event() {
        return Optional.of(Notifications.ROUTINE);
    }
}
