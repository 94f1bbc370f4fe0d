package org.simpul.identifier.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.audit.WitnessGuard;
import org.simpul.identifier.list.ListedIdentifiers;
import org.simpul.identifier.list.ListedIdentifiers.Pointer;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Wording;
import org.simpul.sharing.AccessPolicy;

/**
 * Files of values, asked against every list that reaches the caller. A run is opened, takes one file, and keeps which row
 * stood where, until it expires; nothing of it is told before it is done. No value of it is kept.
 */
@ApplicationScoped
public class ScreeningRuns {
    private static final String KIND = "SCREENING_RUN";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ScreeningRunRepository repository;
    private final ListedIdentifiers listed;
    private final ScreeningConfig config;
    private final WitnessGuard witnesses;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Wording wording;

    ScreeningRuns(
            CurrentCaller current,
            AccessPolicy policy,
            ScreeningRunRepository repository,
            ListedIdentifiers listed,
            ScreeningConfig config,
            WitnessGuard witnesses,
            AuditLog audit,
            InstantSource clock,
            Wording wording) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.listed = listed;
        this.config = config;
        this.witnesses = witnesses;
        this.audit = audit;
        this.clock = clock;
        this.wording = wording;
    }

    /** @throws Problem STATE_CONFLICT while too many runs wait for their file */
    @Transactional
    ScreeningRunView open(OpenScreeningRun command) {
        Caller caller = current.get();
        repository.inTurn(caller.participantId());
        if (repository.open(policy.visibility(caller)) >= config.mostOpen()) {
            throw Problem.stateConflict("too_many_open_screening_runs");
        }
        ScreeningRun run = new ScreeningRun();
        run.id = Ids.next();
        run.owner = caller.participantId();
        run.type = command.defaults().type();
        run.scope = command.defaults().scope();
        run.openedBy = caller.person();
        run.openedAt = clock.instant();
        run.movedAt = run.openedAt;
        run.expiresAt = run.openedAt.plus(config.resultsKept());
        repository.persist(run);
        audit.record(ScreeningRunStep.BEGIN.act(), audited(run));
        return ScreeningRunView.of(run, wording);
    }

    /**
     * Takes the run for one file.
     *
     * @throws Problem NOT_FOUND, NOT_WITNESSED, STATE_CONFLICT when it has taken one already
     */
    @Transactional
    public ScreeningDefaults begin(UUID id) {
        ScreeningRun run = hold(id);
        witnesses.requireWitnessed();
        run.move(ScreeningRunStep.SEND, clock.instant());
        audit.record(ScreeningRunStep.SEND.act(), audited(run));
        return new ScreeningDefaults(run.type, run.scope);
    }

    /**
     * Ends a run whose file was asked to its end: what was found is told from now on.
     *
     * @throws Problem STATE_CONFLICT when it has been ended meanwhile
     */
    @Transactional
    ScreeningRunView finish(UUID id, ScreeningTally tally) {
        ScreeningRun run = hold(id);
        String told = run.end(ScreeningRunStep.FINISH, clock.instant());
        run.count(tally);
        repository.keep(run, tally.refusals);
        audit.record(ScreeningRunStep.FINISH.act(), audited(run), told);
        return ScreeningRunView.of(run, wording);
    }

    /**
     * Ends a run of which nothing is told; its hits are left to {@link #clear}.
     *
     * @throws Problem STATE_CONFLICT when it has been ended meanwhile
     */
    @Transactional
    ScreeningRunView refuse(UUID id, ScreeningTally tally, String code) {
        ScreeningRun run = hold(id);
        String told = run.end(ScreeningRunStep.REFUSE, clock.instant());
        run.count(tally);
        run.fail(code);
        repository.keep(run, tally.refusals);
        audit.record(ScreeningRunStep.REFUSE.act(), audited(run), code + " " + told);
        return ScreeningRunView.of(run, wording);
    }

    /**
     * Deletes a portion of the hits that a run had before it was refused.
     *
     * @return whether there may be more
     */
    @Transactional
    @NotAudited("what a refusal, which is recorded, leaves behind")
    boolean clear(UUID id) {
        ScreeningRun run = repository.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (run == null || run.status != ScreeningRunStatus.REFUSED || run.hits == 0) {
            return false;
        }
        if (repository.deleteHits(run, config.deletedRows()) == 0) {
            run.hits = 0;
        }
        return run.hits > 0;
    }

    @Transactional
    Page<ScreeningRunView> list(PageRequest page) {
        List<ScreeningRun> found = repository.page(policy.visibility(current.get()), page);
        audit.record(ScreeningAct.SCREENING_RUN_LISTED, AuditedObject.list(KIND));
        return Page.of(found, page.size(), run -> run.id).map(run -> ScreeningRunView.of(run, wording));
    }

    /** @throws Problem NOT_FOUND */
    @Transactional
    ScreeningRunView get(UUID id) {
        ScreeningRun run = find(id);
        audit.record(ScreeningAct.SCREENING_RUN_READ, audited(run));
        return ScreeningRunView.of(run, wording);
    }

    /**
     * In order of the file, as they stand now: what reaches the caller no longer, or stands in the newest edition no
     * longer, is left out, and a page may be shorter for it.
     *
     * @throws Problem NOT_FOUND
     */
    @Transactional
    Page<ScreeningRunHit> hits(UUID id, PageRequest page) {
        ScreeningRun run = find(id);
        List<ScreeningHit> found =
                run.status == ScreeningRunStatus.DONE ? repository.hits(run, listed.reaching(), page) : List.of();
        Page<ScreeningHit> kept = Page.of(found, page.size(), hit -> hit.id);
        List<Pointer> pointers = new ArrayList<>();
        for (ScreeningHit hit : kept.items()) {
            pointers.add(new Pointer(pointers.size(), hit.listId, hit.entryId));
        }
        List<ScreeningRunHit> told = listed.follow(pointers).stream()
                .map(hit -> ScreeningRunHit.of(kept.items().get(hit.place()).rowNumber, hit))
                .toList();
        audit.record(ScreeningAct.SCREENING_HITS_READ, audited(run), String.valueOf(told.size()));
        return new Page<>(told, kept.nextPageToken());
    }

    /**
     * What was kept, in order of the file.
     *
     * @throws Problem NOT_FOUND
     */
    @Transactional
    Page<ScreeningRefusalView> refusals(UUID id, PageRequest page) {
        ScreeningRun run = find(id);
        List<ScreeningRefusal> found = repository.refusals(run, page);
        audit.record(ScreeningAct.SCREENING_RUN_READ, audited(run));
        return Page.of(found, page.size(), refusal -> refusal.id)
                .map(refusal ->
                        new ScreeningRefusalView(refusal.rowNumber, refusal.code, wording.violation(refusal.code)));
    }

    @Transactional
    @NotAudited("finds what is ended, and recorded, one by one")
    List<UUID> interrupted() {
        return repository.stuck(
                policy.visibility(current.get()), clock.instant().minus(config.interruptedAfter()));
    }

    /** Ends a run whose reader has gone, unless it has moved or ended since it was found. */
    @Transactional
    void end(UUID id) {
        ScreeningRun run = repository.findById(id, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        if (run.status != ScreeningRunStatus.RUNNING || !run.movedAt.isBefore(now.minus(config.interruptedAfter()))) {
            return;
        }
        String told = run.end(ScreeningRunStep.INTERRUPT, now);
        run.fail("interrupted");
        audit.record(ScreeningRunStep.INTERRUPT.act(), audited(run), run.failure + " " + told);
    }

    @Transactional
    @NotAudited("finds what refusals, which are recorded, left behind")
    List<UUID> left() {
        return repository.left(policy.visibility(current.get()));
    }

    @Transactional
    @NotAudited("finds what is deleted, and recorded, one by one")
    List<UUID> expired() {
        return repository.expired(policy.visibility(current.get()));
    }

    /**
     * Deletes a portion of what a run kept, and at last the run itself.
     *
     * @return whether there may be more
     */
    @Transactional
    boolean expire(UUID id) {
        ScreeningRun run = repository.findById(id);
        if (run == null) {
            return false;
        }
        if (repository.deleteParts(run, config.deletedRows()) > 0) {
            return true;
        }
        audit.record(ScreeningAct.SCREENING_RUN_EXPIRED, audited(run));
        repository.delete(run);
        return false;
    }

    private ScreeningRun find(UUID id) {
        return repository.find(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
    }

    private ScreeningRun hold(UUID id) {
        return repository.hold(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
    }

    private static AuditedObject audited(ScreeningRun run) {
        return new AuditedObject(KIND, run.id, run.owner);
    }
}
