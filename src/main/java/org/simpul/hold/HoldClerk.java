package org.simpul.hold;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.OutboxHandler;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Moves the FIU's file by what an institution did; told twice, nothing changes. */
@ApplicationScoped
class HoldClerk implements OutboxHandler {
    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final HoldRepository repository;
    private final HoldSeal seal;
    private final AuditLog audit;

    HoldClerk(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            HoldRepository repository,
            HoldSeal seal,
            AuditLog audit) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.seal = seal;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return HoldAnswers.ANSWERED;
    }

    @Override
    public void handle(UUID answerId) {
        actor.act("hold-clerk", directory.fiu(), () -> {
            Visibility scope = policy.visibility(current.get());
            UUID holdId = repository.answer(scope, answerId).orElseThrow().objectId;
            Hold hold = repository.lock(scope, holdId).orElseThrow();
            // events come in any order, and what was done is in its own
            repository.answers(scope, List.of(holdId)).forEach(answer -> move(hold, answer));
            return answerId;
        });
    }

    /** An answer that crossed a release, or the end, or that was heard before, moves nothing. */
    private void move(Hold hold, HoldAnswer answer) {
        HoldTransition step =
                switch (answer.kind) {
                    case EXECUTED -> HoldTransition.EXECUTE;
                    case REFUSED -> HoldTransition.REFUSE;
                    case RELEASED -> HoldTransition.CONFIRM_RELEASE;
                };
        if (answer.kind == AnswerKind.EXECUTED) {
            seal.executed(hold, answer.doneAt);
        } else if (answer.kind == AnswerKind.RELEASED || hold.allows(step)) {
            hold.lookAt = null;
        }
        if (hold.allows(step)) {
            hold.take(step);
            seal.tellOwner(hold, Permission.HOLD_DRAFT, answer.kind == AnswerKind.REFUSED);
            audit.record(step.act(), HoldService.audited(hold));
        }
    }
}
