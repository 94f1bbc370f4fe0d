package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** The institution's own file. Only its versions are ever disclosed. */
@Entity
@DynamicUpdate
@SQLRestriction("purged_at is null")
class Referral {
    @Id
    UUID id;

    UUID owner;
    String reference;

    @Enumerated(EnumType.STRING)
    ReferralStatus status;

    /** Number of the last submitted version. */
    @Nullable
    Integer submittedNumber;

    long revision;

    @Nullable
    String returnReason;

    UUID createdBy;
    Instant createdAt;

    /** When its institution touched it last: a draft that nobody touches expires. */
    Instant touchedAt;

    /** When its institution was told that it will expire; null until then, and again after each touch. */
    @Nullable
    Instant warnedAt;

    @Nullable
    Instant withdrawalAskedAt;

    boolean concernsStaff;

    /** Whether only its team and the compliance officers see it; always so when staff is concerned. */
    boolean restricted;

    static Referral begun(UUID id, Caller caller, String reference, Instant now) {
        Referral referral = new Referral();
        referral.id = id;
        referral.owner = caller.participantId();
        referral.reference = reference;
        referral.status = ReferralStatus.DRAFT;
        referral.createdBy = caller.person();
        referral.createdAt = now;
        referral.touched(now);
        return referral;
    }

    void handOver(Caller caller, Instant now) {
        take(ReferralTransition.HAND_OVER, caller);
        returnReason = null;
        touched(now);
    }

    void giveBack(String reason, Caller caller, Instant now) {
        take(ReferralTransition.RETURN, caller);
        returnReason = reason;
        touched(now);
    }

    /** @return the edge that it took */
    ReferralTransition submit(int number, Caller caller, Instant now) {
        ReferralTransition edge = withdrawalAskedAt == null
                ? ReferralTransition.SUBMIT
                : ReferralTransition.SUBMIT_THOUGH_WITHDRAWAL_ASKED;
        take(edge, caller);
        submittedNumber = number;
        touched(now);
        return edge;
    }

    /**
     * Without waiting for the second person; only a P1 may.
     *
     * @return the edge that it took
     */
    ReferralTransition submitAlone(int number, Caller caller, Instant now) {
        ReferralTransition edge = aloneEdge();
        take(edge, caller);
        submittedNumber = number;
        returnReason = null;
        touched(now);
        return edge;
    }

    /** The edge by which one person alone submits it. */
    ReferralTransition aloneEdge() {
        return withdrawalAskedAt == null
                ? ReferralTransition.SUBMIT_ALONE
                : ReferralTransition.SUBMIT_ALONE_THOUGH_WITHDRAWAL_ASKED;
    }

    void reopen(Caller caller, Instant now) {
        take(ReferralTransition.OPEN_VERSION, caller);
        touched(now);
    }

    void askWithdrawal(Caller caller, Instant now) {
        take(ReferralTransition.ASK_WITHDRAWAL, caller);
        if (withdrawalAskedAt == null) {
            withdrawalAskedAt = now;
            touched(now);
        }
    }

    /** Nothing that its institution did: the entity tag stays. */
    void warn(Caller caller, Instant now) {
        take(ReferralTransition.WARN, caller);
        warnedAt = now;
    }

    /** @return the edge that it took: a correction goes back to what was submitted, and that stays as it is */
    ReferralTransition expire(Caller caller, Instant now) {
        ReferralTransition edge = submittedNumber == null
                ? ReferralTransition.EXPIRE
                : withdrawalAskedAt == null
                        ? ReferralTransition.DROP_CORRECTION
                        : ReferralTransition.DROP_CORRECTION_THOUGH_WITHDRAWAL_ASKED;
        take(edge, caller);
        returnReason = null;
        touched(now);
        return edge;
    }

    void touched(Instant now) {
        revision++;
        touchedAt = now;
        warnedAt = null;
    }

    /**
     * Whether it concerns the institution's own staff; then it is restricted, and both stay.
     *
     * @param said null leaves it as it is
     * @throws Problem INVALID for taking it back
     */
    void concernStaff(@Nullable Boolean said) {
        if (Boolean.TRUE.equals(said)) {
            concernsStaff = true;
            restricted = true;
        } else if (said != null && concernsStaff) {
            throw Problem.invalid("concerns_staff", "unchangeable");
        }
    }

    /**
     * @param wanted null leaves it as it is
     * @throws Problem FORBIDDEN when anyone but a compliance officer opens it to the institution, INVALID when staff is
     *     concerned
     */
    void restrict(@Nullable Boolean wanted, Caller caller) {
        if (wanted == null || wanted == restricted) {
            return;
        }
        if (!wanted && !caller.passesTeams()) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        if (!wanted && concernsStaff) {
            throw Problem.invalid("restricted", "concerns_staff");
        }
        restricted = wanted;
    }

    /** @throws Problem STATE_CONFLICT when it is no draft */
    void requireDraft() {
        if (status != ReferralStatus.DRAFT) {
            throw Problem.stateConflict("not_a_draft");
        }
    }

    /** @throws Problem STATE_CONFLICT when it does not stand where the edge begins */
    void require(ReferralTransition edge) {
        if (!edge.isOpenTo(this)) {
            throw Problem.stateConflict(edge.refusal());
        }
    }

    /** The only way to another status; what an edge allows to a job of the hub, no person does. */
    private void take(ReferralTransition edge, Caller caller) {
        if (!edge.permission().map(caller::may).orElse(caller.personId() == null)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        require(edge);
        status = edge.to(status);
    }
}
