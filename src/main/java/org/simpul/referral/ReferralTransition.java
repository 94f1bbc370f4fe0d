package org.simpul.referral;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;
import org.simpul.outbox.Notifications;

import static org.simpul.access.Permission.P1_ACT_ALONE;
import static org.simpul.access.Permission.REFERRAL_DRAFT;
import static org.simpul.access.Permission.REFERRAL_SUBMIT;
import static org.simpul.access.Permission.REFERRAL_WITHDRAW;
import static org.simpul.referral.ReferralStatus.DRAFT;
import static org.simpul.referral.ReferralStatus.EXPIRED;
import static org.simpul.referral.ReferralStatus.PENDING_APPROVAL;
import static org.simpul.referral.ReferralStatus.SUBMITTED;
import static org.simpul.referral.ReferralStatus.WITHDRAWAL_ASKED;

/**
 * The one table of how a referral moves. That a version was submitted, and that a withdrawal was asked, are facts beside
 * the status: a correction leads through DRAFT and comes back to where they say.
 */
enum ReferralTransition implements Transition<ReferralStatus> {
    BEGIN(Set.of(), DRAFT, REFERRAL_DRAFT, ReferralAct.REFERRAL_DRAFTED, null, "", "not_a_draft", referral -> true),
    HAND_OVER(
            Set.of(DRAFT),
            PENDING_APPROVAL,
            REFERRAL_DRAFT,
            ReferralAct.REFERRAL_HANDED_OVER,
            null,
            "on the team, or a compliance officer; nothing is missing",
            "not_a_draft",
            referral -> true),
    RETURN(
            Set.of(PENDING_APPROVAL),
            DRAFT,
            REFERRAL_SUBMIT,
            ReferralAct.REFERRAL_RETURNED,
            null,
            "a reason that tells no protected subject",
            "not_pending",
            referral -> true),
    SUBMIT(
            Set.of(PENDING_APPROVAL),
            SUBMITTED,
            REFERRAL_SUBMIT,
            ReferralAct.REFERRAL_SUBMITTED,
            Events.SUBMITTED,
            "another person than those who made it; nothing is missing; the digest that was read; no withdrawal was asked",
            "not_pending",
            referral -> referral.withdrawalAskedAt == null),
    SUBMIT_THOUGH_WITHDRAWAL_ASKED(
            Set.of(PENDING_APPROVAL),
            WITHDRAWAL_ASKED,
            REFERRAL_SUBMIT,
            ReferralAct.REFERRAL_SUBMITTED,
            Events.SUBMITTED,
            "as SUBMIT; a withdrawal was asked",
            "not_pending",
            referral -> referral.withdrawalAskedAt != null),
    /** Also what was handed over: nobody may be there to decide on it. */
    SUBMIT_ALONE(
            EnumSet.of(DRAFT, PENDING_APPROVAL),
            SUBMITTED,
            P1_ACT_ALONE,
            ReferralAct.REFERRAL_SUBMITTED_ALONE,
            Events.SUBMITTED,
            "a P1; on the team, or a compliance officer, with a second factor and a ground; nothing is missing; no"
                    + " withdrawal was asked",
            "not_a_draft",
            referral -> referral.withdrawalAskedAt == null),
    SUBMIT_ALONE_THOUGH_WITHDRAWAL_ASKED(
            EnumSet.of(DRAFT, PENDING_APPROVAL),
            WITHDRAWAL_ASKED,
            P1_ACT_ALONE,
            ReferralAct.REFERRAL_SUBMITTED_ALONE,
            Events.SUBMITTED,
            "as SUBMIT_ALONE; a withdrawal was asked",
            "not_a_draft",
            referral -> referral.withdrawalAskedAt != null),
    OPEN_VERSION(
            EnumSet.of(SUBMITTED, WITHDRAWAL_ASKED),
            DRAFT,
            REFERRAL_DRAFT,
            ReferralAct.REFERRAL_VERSION_OPENED,
            null,
            "on the team, or a compliance officer",
            "not_submitted",
            referral -> true),
    /** A version that is being corrected goes on; the asking is told at once. */
    ASK_WITHDRAWAL(
            EnumSet.of(DRAFT, PENDING_APPROVAL, SUBMITTED, WITHDRAWAL_ASKED),
            null,
            REFERRAL_WITHDRAW,
            ReferralAct.REFERRAL_WITHDRAWAL_ASKED,
            Events.WITHDRAWAL_ASKED,
            "a version was submitted; a reason that tells no protected subject",
            "not_submitted",
            referral -> referral.submittedNumber != null),
    WARN(
            Set.of(DRAFT),
            DRAFT,
            null,
            ReferralAct.REFERRAL_DRAFT_WARNED,
            Notifications.ROUTINE,
            "untouched until shortly before its end, and not warned of yet",
            "not_a_draft",
            referral -> true),
    EXPIRE(
            Set.of(DRAFT),
            EXPIRED,
            null,
            ReferralAct.REFERRAL_DRAFT_EXPIRED,
            null,
            "untouched for the time that a draft lives; never submitted",
            "not_a_draft",
            referral -> referral.submittedNumber == null),
    DROP_CORRECTION(
            Set.of(DRAFT),
            SUBMITTED,
            null,
            ReferralAct.REFERRAL_CORRECTION_DROPPED,
            null,
            "untouched for the time that a draft lives; submitted before; no withdrawal was asked",
            "not_a_draft",
            referral -> referral.submittedNumber != null && referral.withdrawalAskedAt == null),
    DROP_CORRECTION_THOUGH_WITHDRAWAL_ASKED(
            Set.of(DRAFT),
            WITHDRAWAL_ASKED,
            null,
            ReferralAct.REFERRAL_CORRECTION_DROPPED,
            null,
            "as DROP_CORRECTION; a withdrawal was asked",
            "not_a_draft",
            referral -> referral.submittedNumber != null && referral.withdrawalAskedAt != null);

    /** Kinds of the events that an edge leaves in the outbox. */
    static final class Events {
        /** With the id of the version. */
        static final String SUBMITTED = "referral.submitted";
        /** With the id of the message that asks. */
        static final String WITHDRAWAL_ASKED = "referral.withdrawal-asked";

        private Events() {}
    }

    private final TransitionEdge<ReferralStatus> edge;
    private final @Nullable String event;
    private final String refusal;
    private final Predicate<Referral> holds;

    /**
     * @param to null for the asking, which moves what is at rest and leaves what is being written
     * @param refusal code of the violation when the referral does not stand where the edge begins
     * @param holds what the guard says of the referral itself
     */
    ReferralTransition(
            Set<ReferralStatus> from,
            @Nullable ReferralStatus to,
            @Nullable Permission permission,
            ReferralAct act,
            @Nullable String event,
            String guard,
            String refusal,
            Predicate<Referral> holds) {
        UnaryOperator<ReferralStatus> leads = to == null ? ReferralTransition::onAsking : start -> to;
        edge = new TransitionEdge<>(from, leads, permission, guard, act);
        this.event = event;
        this.refusal = refusal;
        this.holds = holds;
    }

    @Override
    public TransitionEdge<ReferralStatus> edge() {
        return edge;
    }

    boolean isOpenTo(Referral referral) {
        return leavesFrom(referral.status) && holds.test(referral);
    }

    String refusal() {
        return refusal;
    }

    private static ReferralStatus onAsking(ReferralStatus start) {
        return start == SUBMITTED ? WITHDRAWAL_ASKED : start;
    }

    @Override
    public Optional<String> event() {
        return Optional.ofNullable(event);
    }
}
