package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.DutyCalls;

/** What agencies answer to a dissemination: each its own rows, read by it and by the FIU. */
@ApplicationScoped
public class ResponseService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final DisseminationRepository disseminations;
    private final ResponseRepository repository;
    private final DutyCalls calls;
    private final ParticipantDirectory directory;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    ResponseService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            DisseminationRepository disseminations,
            ResponseRepository repository,
            DutyCalls calls,
            ParticipantDirectory directory,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.disseminations = disseminations;
        this.repository = repository;
        this.calls = calls;
        this.directory = directory;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Without a matter: it answers the call of whoever is on duty, before a supervisor may have registered one, and reads
     * nobody.
     *
     * @throws Problem NOT_FOUND, STATE_CONFLICT when the agency, or the named person, has acknowledged it before
     */
    @Transactional
    ResponseView acknowledge(UUID disseminationId) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = toAnswer(scope, disseminationId);
        if (!DeliveryStep.ACKNOWLEDGE.leavesFrom(progress(scope, version))) {
            // a call that began meanwhile ends also where the acknowledgement itself is there already
            calls.acknowledgeApart(UrgentDisseminations.KIND, version.id);
            throw Problem.stateConflict("acknowledged");
        }
        DisseminationResponse row = row(caller, scope, version, ResponseKind.ACKNOWLEDGEMENT);
        answered(row);
        calls.acknowledge(UrgentDisseminations.KIND, version.id);
        audit.record(DeliveryStep.ACKNOWLEDGE.act(), DisseminationService.audited(version));
        return view(row);
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT before the acknowledgement, and where an investigation is told already */
    @Transactional
    ResponseView investigate(UUID disseminationId) {
        return take(disseminationId, DeliveryStep.INVESTIGATE, ResponseKind.INVESTIGATION);
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT without an outcome that stands, and where it is closed */
    @Transactional
    ResponseView close(UUID disseminationId) {
        return take(disseminationId, DeliveryStep.CLOSE, ResponseKind.CLOSURE);
    }

    private ResponseView take(UUID disseminationId, DeliveryStep step, ResponseKind kind) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = toAnswer(scope, disseminationId);
        require(step, progress(scope, version));
        if (step == DeliveryStep.CLOSE
                && DisseminationResponse.standing(repository.ours(scope, List.of(version.id)))
                        .noneMatch(
                                answer -> Objects.requireNonNull(answer.outcome).isFinal())) {
            throw Problem.stateConflict("outcome_pending");
        }
        DisseminationResponse row = row(caller, scope, version, kind);
        answered(row);
        audit.record(step.act(), DisseminationService.audited(version));
        return view(row);
    }

    /**
     * @throws Problem NOT_FOUND, INVALID for a count without its outcome and for the correction of what is no outcome of
     *     one's own that stands, STATE_CONFLICT before the acknowledgement, or after it is closed
     */
    @Transactional
    ResponseView record(UUID disseminationId, RecordOutcome command) {
        Caller caller = current.get();
        purpose.requirePersonLevelToWrite(caller);
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = toAnswer(scope, disseminationId);
        if (command.childCountBand() != null && command.outcome() != Outcome.CHILD_SAFEGUARDED) {
            throw Problem.invalid("child_count_band", "counts_safeguarded_children");
        }
        DeliveryStep step = command.corrects() == null ? DeliveryStep.RECORD_OUTCOME : DeliveryStep.CORRECT_OUTCOME;
        require(step, progress(scope, version));
        if (command.corrects() != null
                && DisseminationResponse.standing(repository.ours(scope, List.of(version.id)))
                        .noneMatch(answer -> answer.id.equals(command.corrects()))) {
            throw Problem.invalid("corrects", "unknown_value");
        }
        DisseminationResponse row = row(caller, scope, version, ResponseKind.OUTCOME);
        row.outcome = command.outcome();
        row.childCountBand = command.childCountBand();
        row.note = command.note();
        row.corrects = command.corrects();
        answered(row);
        audit.record(step.act(), DisseminationService.audited(version));
        return view(row);
    }

    private static void require(DeliveryStep step, Progress progress) {
        if (!step.leavesFrom(progress)) {
            throw Problem.stateConflict(
                    switch (progress) {
                        case DELIVERED -> "not_acknowledged";
                        case CLOSED -> "closed";
                        case ACKNOWLEDGED, IN_INVESTIGATION, OUTCOME_RECORDED, RECALLED -> "out_of_turn";
                    });
        }
    }

    /** All of them for the FIU, its own for an agency; for a named person, those of that person. */
    @Transactional
    public Page<ResponseView> list(UUID disseminationId, PageRequest page) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = seen(scope, disseminationId);
        Page<DisseminationResponse> rows = Page.of(repository.newest(scope, version, page), page.size(), row -> row.id);
        Map<UUID, Member> members =
                directory.byId(rows.items().stream().map(row -> row.owner).collect(Collectors.toSet()));
        audit.record(CaseworkAct.RESPONSE_LISTED, DisseminationService.audited(version));
        return rows.map(row -> ResponseView.from(row, members.get(row.owner).name()));
    }

    private void answered(DisseminationResponse row) {
        repository.persistAndFlush(row);
        notifications.put(new Notification(
                row.objectOwner, null, Permission.DISSEMINATION_DRAFT, "DISSEMINATION_VERSION", row.objectId, false));
    }

    /** What somebody does to it meanwhile is waited for, and is seen. */
    private DisseminationVersion toAnswer(Visibility scope, UUID id) {
        disseminations.holdStill(id);
        return seen(scope, id);
    }

    private DisseminationVersion seen(Visibility scope, UUID id) {
        return disseminations.find(scope, id).orElseThrow(Problem::notFound);
    }

    private Progress progress(Visibility scope, DisseminationVersion version) {
        return Progress.of(repository.kinds(scope, List.of(version)).getOrDefault(version.id, List.of()));
    }

    private DisseminationResponse row(
            Caller caller, Visibility scope, DisseminationVersion version, ResponseKind kind) {
        DisseminationResponse row = new DisseminationResponse();
        row.id = Ids.next();
        row.owner = caller.participantId();
        row.objectId = version.id;
        row.objectOwner = version.owner;
        row.kind = kind;
        row.personId = disseminations.reachesAgency(scope, version) ? null : caller.person();
        row.writtenBy = caller.person();
        row.at = clock.instant();
        return row;
    }

    private ResponseView view(DisseminationResponse row) {
        return ResponseView.from(
                row, directory.byId(List.of(row.owner)).get(row.owner).name());
    }
}
