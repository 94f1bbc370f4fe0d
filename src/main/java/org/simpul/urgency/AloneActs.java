package org.simpul.urgency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/**
 * Lets one person act for a child at imminent risk without waiting for the second (R8): the act takes effect in the
 * caller's transaction, the approvers are told at once, and one of them reviews it.
 */
@ApplicationScoped
@Transactional
public class AloneActs {
    static final String KIND = "ALONE_ACT";

    private final CurrentCaller current;
    private final AloneActRepository repository;
    private final ParticipantDirectory directory;
    private final Notifications notifications;
    private final UrgencyConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    AloneActs(
            CurrentCaller current,
            AloneActRepository repository,
            ParticipantDirectory directory,
            Notifications notifications,
            UrgencyConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.repository = repository;
        this.directory = directory;
        this.notifications = notifications;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * To be called in the transaction of the act itself, whose endpoint carries {@code @StepUp}.
     *
     * @param objectId what is opened to review it, e.g. the referral
     * @param objectOwner its institution
     * @param why its ground, and the reason in words; the caller has made sure that it tells no protected subject
     * @param done what is reviewed
     * @return id of the act, which what was done keeps
     * @throws Problem FORBIDDEN for a machine, a job, and whoever lacks {@code p1.act-alone}; STEP_UP_REQUIRED without a
     *     second factor
     */
    public UUID begin(AloneKind kind, UUID objectId, UUID objectOwner, ActAlone why, DoneAlone done) {
        Caller caller = current.get();
        if (!caller.human() || !caller.may(Permission.P1_ACT_ALONE) || kind == AloneKind.STANDING_RULE) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        if (!caller.hasSecondFactor()) {
            throw Problem.of(ProblemType.STEP_UP_REQUIRED);
        }
        return begin(kind, objectId, objectOwner, why.ground(), caller.person(), why.reason(), done);
    }

    /**
     * What the FIU's standing rule did, under which no person acts.
     *
     * @param done what is reviewed; its makers are the two who set the rule
     * @throws Problem FORBIDDEN for anyone but a job of the FIU
     */
    public UUID ruled(UUID objectId, UUID objectOwner, UrgencyGround ground, DoneAlone done) {
        Caller caller = current.get();
        if (caller.personId() != null || caller.kind() != ParticipantKind.FIU) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return begin(AloneKind.STANDING_RULE, objectId, objectOwner, ground, null, null, done);
    }

    private UUID begin(
            AloneKind kind,
            UUID objectId,
            UUID objectOwner,
            UrgencyGround ground,
            @Nullable UUID person,
            @Nullable String reason,
            DoneAlone done) {
        AloneAct act = new AloneAct();
        act.id = Ids.next();
        act.owner = current.get().participantId();
        act.kind = kind;
        act.objectId = objectId;
        act.objectOwner = objectOwner;
        act.ground = ground;
        act.personId = person;
        act.reason = reason;
        act.makers = Stream.concat(done.makers().stream(), Stream.ofNullable(person))
                .distinct()
                .toArray(UUID[]::new);
        act.contentDigest = done.digest();
        act.returnedReason = done.returnedReason();
        act.at = clock.instant();
        act.reviewBy = act.at.plus(config.reviewWithin());
        repository.persistAndFlush(act);
        tellApprovers(act);
        audit.record(UrgencyAct.ALONE_ACT_BEGUN, audited(act), kind.name());
        return act.id;
    }

    /** Acts whose review is late, and of which nobody was told. */
    @NotAudited("looks for what is due; each is recorded when it is told of")
    List<UUID> overdue() {
        return repository.overdue(current.get().participantId(), clock.instant());
    }

    /** Tells approvers and overseer of it, once. */
    void tellOverdue(UUID id) {
        Instant now = clock.instant();
        repository.lockOverdue(current.get().participantId(), id, now).ifPresent(act -> {
            act.overdueToldAt = now;
            tellApprovers(act);
            tellOverseers(act);
            audit.record(UrgencyAct.ALONE_ACT_OVERDUE, audited(act));
        });
    }

    /** Records a review, and alerts when it does not uphold the act. */
    void reviewed(AloneAct act) {
        if (act.verdict == Verdict.NOT_UPHELD) {
            tellApprovers(act);
            tellOverseers(act);
        }
        audit.record(UrgencyAct.ALONE_ACT_REVIEWED, audited(act), String.valueOf(act.verdict));
    }

    /** @return whether a review has not upheld an act: what it opened is closed */
    @NotAudited("a part of use cases that are audited themselves")
    public boolean isRejected(UUID actId) {
        return repository.count("id = ?1 and verdict = ?2", actId, Verdict.NOT_UPHELD) > 0;
    }

    private void tellApprovers(AloneAct act) {
        notifications.put(new Notification(act.owner, null, act.kind.approval(), KIND, act.id, true));
    }

    private void tellOverseers(AloneAct act) {
        directory
                .admitted(List.of(ParticipantKind.SUPERVISOR))
                .forEach(overseer -> notifications.put(
                        new Notification(overseer.id(), null, Permission.AUDIT_READ, KIND, act.id, true)));
    }

    static AuditedObject audited(AloneAct act) {
        return new AuditedObject(KIND, act.id, act.owner);
    }
}
