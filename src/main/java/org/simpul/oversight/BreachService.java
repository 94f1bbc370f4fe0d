package org.simpul.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Reference;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** The record of breaches (UU 27/2022 art. 46): the FIU writes it, the overseer reads it. */
@ApplicationScoped
class BreachService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final BreachRepository repository;
    private final Breaches breaches;
    private final OversightConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    BreachService(
            CurrentCaller current,
            AccessPolicy policy,
            BreachRepository repository,
            Breaches breaches,
            OversightConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.breaches = breaches;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    BreachView record(RecordBreach command) {
        Caller caller = current.get();
        Breach breach = new Breach();
        breach.id = Ids.next();
        breach.owner = caller.participantId();
        breach.reference = Reference.random("B");
        breach.category = command.category();
        breach.discoveredAt = command.discoveredAt();
        breach.systems = command.systems();
        breach.persons = command.persons();
        breach.controllers = command.controllers().toArray(String[]::new);
        breach.status = BreachStatus.OPEN;
        breach.recordedBy = caller.person();
        breach.recordedAt = clock.instant();
        breach.dueAt = command.discoveredAt().plus(config.breachToldWithin());
        repository.persistAndFlush(breach);
        breaches.write(breach, BreachStep.RECORD, command.text(), null, caller.person());
        audit.record(BreachStep.RECORD.act(), Breaches.audited(breach));
        return view(breach);
    }

    @Transactional
    Page<BreachView> list(PageRequest page) {
        Caller caller = current.get();
        Page<Breach> found = Page.of(
                repository.newest(policy.visibility(caller), Breaches.isOverseer(caller), page),
                page.size(),
                breach -> breach.id);
        audit.record(OversightAct.BREACH_LISTED, AuditedObject.list(Breaches.KIND));
        return found.map(breach -> BreachView.of(breach, List.of(), clock.instant()));
    }

    /** @throws Problem NOT_FOUND */
    @Transactional
    BreachView read(UUID id) {
        Caller caller = current.get();
        Breach breach = repository
                .find(policy.visibility(caller), Breaches.isOverseer(caller), id)
                .orElseThrow(Problem::notFound);
        audit.record(OversightAct.BREACH_READ, Breaches.audited(breach));
        return view(breach);
    }

    /**
     * @param ifMatch binds a step to what was read: whoever closes has seen the whole history
     * @throws Problem NOT_FOUND, INVALID for a step of the clock, and for a time that is missing or before the discovery;
     *     STATE_CONFLICT also for a closure before both are told; SAME_PERSON, VERSION_REQUIRED, VERSION_CHANGED
     */
    @Transactional
    BreachView take(UUID id, @Nullable String ifMatch, TakeBreachStep command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        // the database locks nothing that is closed
        Breach breach = repository.lock(scope, id).orElseThrow(() -> repository
                .find(scope, false, id)
                .map(closed -> Problem.stateConflict("breach_step_not_now"))
                .orElseGet(Problem::notFound));
        BreachStep step = command.step();
        if (!step.isTaken()) {
            throw Problem.invalid("step", "not_a_breach_step");
        }
        if (step.tells() != (command.toldAt() != null)) {
            throw step.tells() ? Problem.invalid("told_at", "required") : Problem.invalid("told_at", "not_expected");
        }
        EntityTags.requireMatch(ifMatch, breach.revision);
        if (command.toldAt() != null && command.toldAt().isBefore(breach.discoveredAt)) {
            throw Problem.invalid("told_at", "before_discovery");
        }
        breach.take(step);
        switch (step) {
            case TELL_AUTHORITY -> breach.authorityToldAt = command.toldAt();
            case TELL_SUBJECTS -> breach.subjectsToldAt = command.toldAt();
            case PROPOSE_CLOSURE -> {
                if (!breach.isTold() && breach.persons != PersonsBand.NONE) {
                    throw Problem.stateConflict("breach_not_told");
                }
                breach.closureProposedBy = caller.person();
            }
            case DECLINE_CLOSURE -> requireSecond(caller, breach);
            case CLOSE -> {
                requireSecond(caller, breach);
                breach.closedBy = caller.person();
                breach.closedAt = clock.instant();
            }
            default -> {
                // it is told in its entry
            }
        }
        breaches.write(breach, step, command.text(), command.toldAt(), caller.person());
        audit.record(step.act(), Breaches.audited(breach));
        return view(breach);
    }

    private static void requireSecond(Caller caller, Breach breach) {
        FourEyes.require(caller, List.of(breach.closureProposedBy));
    }

    private BreachView view(Breach breach) {
        return BreachView.of(breach, repository.history(breach), clock.instant());
    }
}
