package org.simpul.safeguard;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.access.Purpose;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.safeguard.UnmaskingRule.Masked;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.urgency.ActAlone;
import org.simpul.urgency.AloneActs;
import org.simpul.urgency.AloneKind;
import org.simpul.urgency.DoneAlone;

/**
 * Unmasking (R3): somebody asks with a reason, a second person of the same institution agrees, and for a short time the
 * one who asked, and nobody else, reads who a protected subject is.
 */
@ApplicationScoped
public class UnmaskingService {
    static final String KIND = "UNMASKING";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final UnmaskingRepository repository;
    private final Map<UnmaskingKind, UnmaskingRule> rules;
    private final ProtectedSubjects subjects;
    private final ProtectedCopies copies;
    private final AloneActs aloneActs;
    private final ContentDigests digests;
    private final Notifications notifications;
    private final SafeguardConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    UnmaskingService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            UnmaskingRepository repository,
            @All List<UnmaskingRule> rules,
            ProtectedSubjects subjects,
            ProtectedCopies copies,
            AloneActs aloneActs,
            ContentDigests digests,
            Notifications notifications,
            SafeguardConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.repository = repository;
        this.rules = rules.stream().collect(Collectors.toMap(UnmaskingRule::kind, Function.identity()));
        this.subjects = subjects;
        this.copies = copies;
        this.aloneActs = aloneActs;
        this.digests = digests;
        this.notifications = notifications;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem as {@link UnmaskingRule#find}; INVALID for a purpose that is not the one of the request, and for a
     *     reason that tells who it is; STATE_CONFLICT when the details were destroyed or are not carried
     */
    @Transactional
    UnmaskingView request(RequestUnmasking command) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        requirePurpose(caller, command.purpose());
        FourEyes.require(caller, List.of());
        UnmaskingRule rule = rules.get(command.object().kind());
        Masked masked = rule.find(
                caller,
                command.object().id(),
                command.object().version(),
                command.object().subject());
        if (details(command.object().kind(), masked.subjectId()).isEmpty()) {
            throw Problem.stateConflict("no_details");
        }
        requireUntold(rule.kind(), masked, command.reason());
        Unmasking unmasking = new Unmasking();
        unmasking.id = Ids.next();
        unmasking.owner = caller.participantId();
        unmasking.objectKind = command.object().kind();
        unmasking.objectId = command.object().id();
        unmasking.versionId = masked.versionId();
        unmasking.subjectId = masked.subjectId();
        unmasking.reference = command.object().subject();
        unmasking.purpose = command.purpose();
        unmasking.matter = caller.kind() == ParticipantKind.LAW_ENFORCEMENT ? caller.caseReference() : null;
        unmasking.reason = command.reason();
        unmasking.status = UnmaskingStatus.REQUESTED;
        unmasking.requestedBy = caller.person();
        unmasking.requestedAt = clock.instant();
        repository.persistAndFlush(unmasking);
        notifications.put(new Notification(
                unmasking.owner, null, Permission.VICTIM_UNMASK_APPROVE, KIND, unmasking.id, isUrgent(unmasking)));
        audit.record(SafeguardAct.UNMASKING_REQUESTED, object(unmasking), unmasking.subjectId.toString());
        return view(caller, unmasking);
    }

    /** Those of the institution for who may agree to them; for others their own. Newest first. */
    @Transactional
    Page<UnmaskingView> list(PageRequest page) {
        Caller caller = current.get();
        Page<Unmasking> rows = Page.of(
                repository.newest(policy.visibility(caller), page, whose(caller)), page.size(), unmasking -> unmasking
                        .id);
        audit.record(SafeguardAct.UNMASKING_LISTED, AuditedObject.list(KIND));
        return rows.map(unmasking -> view(caller, unmasking));
    }

    @Transactional
    UnmaskingView read(UUID id) {
        Caller caller = current.get();
        Unmasking unmasking =
                repository.find(policy.visibility(caller), id, whose(caller)).orElseThrow(Problem::notFound);
        audit.record(SafeguardAct.UNMASKING_READ, object(unmasking));
        return view(caller, unmasking);
    }

    /**
     * @throws Problem NOT_FOUND, SAME_PERSON when the caller asked, STATE_CONFLICT when it was decided or has waited too
     *     long, INVALID when it is declined without a reason or decided under another purpose or matter
     */
    @Transactional
    UnmaskingView decide(UUID id, DecideOnUnmasking command) {
        Caller caller = current.get();
        Unmasking unmasking = repository.lock(policy.visibility(caller), id).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        unmasking.requireUndecided(now, config.unmaskDecideWithin());
        FourEyes.require(caller, List.of(unmasking.requestedBy));
        requireSame(caller, unmasking);
        if (command.decision() == DecideOnUnmasking.Choice.DECLINE) {
            requireUntold(
                    unmasking.objectKind,
                    new Masked(unmasking.versionId, unmasking.subjectId),
                    command.requiredReason());
            unmasking.decline(caller.person(), now, command.requiredReason());
            audit.record(SafeguardAct.UNMASKING_DECLINED, object(unmasking));
        } else {
            unmasking.approve(caller.person(), now, config.unmaskFor());
            audit.record(SafeguardAct.UNMASKING_APPROVED, object(unmasking), unmasking.subjectId.toString());
        }
        notifications.put(new Notification(
                unmasking.owner,
                unmasking.requestedBy,
                Permission.VICTIM_UNMASK_REQUEST,
                KIND,
                unmasking.id,
                isUrgent(unmasking)));
        return view(caller, unmasking);
    }

    /**
     * Opens one's own request at once, for a P1: the review of this act is the second person's.
     *
     * @throws Problem NOT_FOUND for another's request; STATE_CONFLICT when it was decided, has waited too long, or is of no
     *     P1; INVALID for a reason that tells who it is; as {@link UnmaskingRule#find} when the subject is no longer the
     *     caller's to see
     */
    @Transactional
    UnmaskingView openAlone(UUID id, ActAlone command) {
        Caller caller = current.get();
        Unmasking unmasking = repository
                .lock(policy.visibility(caller), id)
                .filter(one -> one.requestedBy.equals(caller.person()))
                .orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        unmasking.requireUndecided(now, config.unmaskDecideWithin());
        requireSame(caller, unmasking);
        UnmaskingRule rule = rules.get(unmasking.objectKind);
        Masked masked = rule.find(caller, unmasking.objectId, unmasking.versionId, unmasking.reference);
        if (!rule.isUrgent(caller, unmasking.objectId)) {
            throw Problem.stateConflict("not_p1");
        }
        requireUntold(rule.kind(), masked, command.reason());
        UUID act = aloneActs.begin(
                AloneKind.UNMASK,
                unmasking.id,
                unmasking.owner,
                command,
                new DoneAlone(List.of(unmasking.requestedBy), digest(unmasking), null));
        unmasking.openAlone(act, now, config.unmaskFor());
        audit.record(SafeguardAct.UNMASKING_OPENED_ALONE, object(unmasking), unmasking.subjectId.toString());
        return view(caller, unmasking);
    }

    /**
     * @throws Problem NOT_FOUND for whoever did not ask, STATE_CONFLICT when it is not open, or the details were
     *     destroyed; as {@link UnmaskingRule#find} when the subject is no longer the caller's to see
     */
    @Transactional
    UnmaskedSubject details(UUID id) {
        Caller caller = current.get();
        Unmasking unmasking = repository
                .find(policy.visibility(caller), id, Optional.of(caller.person()))
                .orElseThrow(Problem::notFound);
        requireSame(caller, unmasking);
        unmasking.requireOpen(clock.instant());
        if (unmasking.aloneActId != null && aloneActs.isRejected(unmasking.aloneActId)) {
            throw Problem.stateConflict("unmasking_not_open");
        }
        rules.get(unmasking.objectKind).find(caller, unmasking.objectId, unmasking.versionId, unmasking.reference);
        ProtectedDetails details = details(unmasking.objectKind, unmasking.subjectId)
                .orElseThrow(() -> Problem.stateConflict("no_details"));
        audit.record(SafeguardAct.SUBJECT_DETAILS_READ, object(unmasking), unmasking.subjectId.toString());
        return UnmaskedSubject.of(unmasking, details);
    }

    /** Over what was asked for. */
    private String digest(Unmasking unmasking) {
        return digests.of(List.of(
                unmasking.id,
                unmasking.objectKind,
                unmasking.objectId,
                unmasking.versionId,
                unmasking.subjectId,
                unmasking.purpose,
                unmasking.reason,
                unmasking.requestedBy));
    }

    private Optional<ProtectedDetails> details(UnmaskingKind kind, UUID subjectId) {
        return kind == UnmaskingKind.DISSEMINATION ? copies.of(subjectId) : subjects.of(subjectId);
    }

    /** What was asked for one purpose, or under one matter, is not read for another. */
    private void requireSame(Caller caller, Unmasking unmasking) {
        purpose.requirePersonLevel(caller);
        requirePurpose(caller, unmasking.purpose);
        if (unmasking.matter != null && !unmasking.matter.equals(caller.caseReference())) {
            throw Problem.invalid("Case-Reference", "another_matter");
        }
    }

    private void requireUntold(UnmaskingKind kind, Masked masked, String reason) {
        if (rules.get(kind).isToldBy(masked, reason)) {
            throw Problem.invalid("reason", "tells_protected_subject");
        }
    }

    private static void requirePurpose(Caller caller, Purpose wanted) {
        Purpose stated = caller.purpose() == null ? Purpose.FILING : caller.purpose();
        if (stated != wanted) {
            throw Problem.invalid("purpose", "another_purpose");
        }
    }

    private static Optional<UUID> whose(Caller caller) {
        return caller.may(Permission.VICTIM_UNMASK_APPROVE) ? Optional.empty() : Optional.of(caller.person());
    }

    private static boolean isUrgent(Unmasking unmasking) {
        return unmasking.purpose == Purpose.CHILD_AT_RISK || unmasking.purpose == Purpose.LOCATE_AND_PROTECT;
    }

    private UnmaskingView view(Caller caller, Unmasking unmasking) {
        return UnmaskingView.from(unmasking, caller.person(), clock.instant(), config.unmaskDecideWithin());
    }

    private static AuditedObject object(Unmasking unmasking) {
        return new AuditedObject(KIND, unmasking.id, unmasking.owner);
    }
}
