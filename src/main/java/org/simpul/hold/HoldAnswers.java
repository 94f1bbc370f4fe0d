package org.simpul.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Outbox;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** What an institution did with the accounts that it was asked about. */
@ApplicationScoped
class HoldAnswers {
    /** The event that brings it to who asked. */
    static final String ANSWERED = "hold.answered";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final HoldRepository repository;
    private final HoldReader reader;
    private final HoldForms forms;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    HoldAnswers(
            CurrentCaller current,
            AccessPolicy policy,
            HoldRepository repository,
            HoldReader reader,
            HoldForms forms,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.reader = reader;
        this.forms = forms;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem NOT_FOUND, INVALID, STATE_CONFLICT when it is not asked of the caller's institution, or not open to
     *     this answer
     */
    @Transactional
    HoldView add(UUID id, AnswerHold command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        List<HoldVersion> versions = repository.versions(scope, List.of(id));
        if (versions.isEmpty()) {
            throw Problem.notFound();
        }
        command.check();
        forms.requireMoney(command.amount(), command.currency());
        HoldVersion newest = versions.get(versions.size() - 1);
        if (newest.owner.equals(caller.participantId()) || !newest.institution.equals(caller.participantId())) {
            throw Problem.stateConflict("hold_answered_by_its_institution");
        }
        Instant now = clock.instant();
        List<HoldAnswer> given = repository.answers(scope, List.of(id));
        if (!isOpen(command.answer(), newest, given, now)) {
            throw Problem.stateConflict("hold_answer_not_open");
        }
        requireInOrder(command, versions.get(0), given);
        HoldAnswer row = new HoldAnswer();
        row.id = Ids.next();
        row.owner = caller.participantId();
        row.objectId = id;
        row.objectOwner = newest.owner;
        row.kind = command.answer();
        row.doneAt = command.doneAt();
        row.amount = command.amount();
        row.currency = command.currency();
        row.reference = command.reference();
        row.reason = command.reason();
        row.writtenBy = caller.person();
        row.at = now;
        repository.getEntityManager().persist(row);
        repository.flush();
        outbox.put(ANSWERED, row.id);
        audit.record(HoldAct.HOLD_ANSWERED, new AuditedObject(HoldService.KIND, id, newest.owner));
        return reader.view(caller, scope, id);
    }

    /**
     * To the minute, as institutions record it.
     *
     * @throws Problem INVALID for what would have been done before it was asked, or released before it was held
     */
    private static void requireInOrder(AnswerHold command, HoldVersion request, List<HoldAnswer> given) {
        Instant done = minute(command.doneAt());
        if (done.isBefore(minute(request.sealedAt))) {
            throw Problem.invalid("done_at", "hold_done_before_asked");
        }
        if (given.stream().anyMatch(earlier -> done.isBefore(minute(earlier.doneAt)))) {
            throw Problem.invalid("done_at", "hold_released_before_done");
        }
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private static boolean isOpen(AnswerKind answer, HoldVersion newest, List<HoldAnswer> given, Instant now) {
        return answer == AnswerKind.RELEASED
                ? HoldReader.has(given, AnswerKind.EXECUTED) && !HoldReader.has(given, AnswerKind.RELEASED)
                : given.isEmpty() && !HoldReader.isOver(newest, now);
    }
}
