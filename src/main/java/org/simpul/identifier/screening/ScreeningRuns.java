package org.simpul.identifier.screening;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.audit.WitnessGuard;
import org.simpul.identifier.list.ListedIdentifiers;
import org.simpul.identifier.list.ListedIdentifiers.Pointer;
import org.simpul.identifier.list.RowSource;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Wording;
import org.simpul.sharing.AccessPolicy;

/**
 * Files of values, asked against every list that reaches the caller. A run is opened, takes one file in one transaction,
 * and keeps which row stood where, until it expires. No value of it is kept.
 */
@ApplicationScoped
public class ScreeningRuns {
    private static final String KIND = "SCREENING_RUN";
    private static final int MOST_SECONDS = 7_500;

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ScreeningRunRepository repository;
    private final ScreenedRows rows;
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
            ScreenedRows rows,
            ListedIdentifiers listed,
            ScreeningConfig config,
            WitnessGuard witnesses,
            AuditLog audit,
            InstantSource clock,
            Wording wording) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.rows = rows;
        this.listed = listed;
        this.config = config;
        this.witnesses = witnesses;
        this.audit = audit;
        this.clock = clock;
        this.wording = wording;
    }

    /** Nothing of the file is kept: what was read and asked is told in a transaction of its own. */
    private static final class NothingKept extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ScreeningTally tally;

        NothingKept(ScreeningTally tally, @Nullable RuntimeException cause) {
            super(null, cause, false, false);
            this.tally = tally;
        }
    }

    @Transactional
    ScreeningRunView open(OpenScreeningRun command) {
        Caller caller = current.get();
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

    /** Asks the rows of a file, in one transaction; what it throws is to be given to {@link #refuse}. */
    @Transactional
    @TransactionConfiguration(timeout = MOST_SECONDS)
    public ScreeningRunView screen(UUID id, RowSource file) {
        ScreeningTally tally = new ScreeningTally(config.keptRefusals());
        try {
            rows.ask(id, file, tally);
        } catch (RuntimeException e) {
            throw new NothingKept(tally, e);
        }
        if (tally.failure != null) {
            throw new NothingKept(tally, null);
        }
        ScreeningRun run = hold(id);
        run.move(ScreeningRunStep.FINISH, clock.instant());
        run.count(tally);
        repository.keep(run, tally.refusals);
        audit.record(ScreeningRunStep.FINISH.act(), audited(run), tally.told());
        return ScreeningRunView.of(run, wording);
    }

    /**
     * Ends a run of which nothing is kept.
     *
     * @param thrown what {@link #screen} threw
     */
    @Transactional
    public ScreeningRunView refuse(UUID id, RuntimeException thrown) {
        ScreeningRun run = hold(id);
        run.move(ScreeningRunStep.REFUSE, clock.instant());
        run.rowsMatched = 0;
        run.failure = code(thrown);
        if (thrown instanceof NothingKept nothing) {
            run.rowsRead = nothing.tally.read;
            run.rowsRefused = nothing.tally.refused;
            repository.keep(run, nothing.tally.refusals);
            audit.record(ScreeningRunStep.REFUSE.act(), audited(run), run.failure + " " + nothing.tally.told());
        } else {
            audit.record(ScreeningRunStep.REFUSE.act(), audited(run), run.failure);
        }
        return ScreeningRunView.of(run, wording);
    }

    private static String code(RuntimeException thrown) {
        if (thrown instanceof NothingKept nothing && nothing.tally.failure != null) {
            return nothing.tally.failure;
        }
        return cause(thrown) instanceof Problem problem && !problem.violations().isEmpty()
                ? problem.violations().get(0).code()
                : "screening_run_failed";
    }

    /** @return what is left to be told beside the run that was refused; null for nothing */
    public static @Nullable RuntimeException cause(RuntimeException thrown) {
        return thrown instanceof NothingKept nothing ? (RuntimeException) nothing.getCause() : thrown;
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
        Page<ScreeningHit> kept = Page.of(repository.hits(run, listed.reaching(), page), page.size(), hit -> hit.id);
        List<Pointer> pointers = new ArrayList<>();
        for (ScreeningHit hit : kept.items()) {
            pointers.add(new Pointer(pointers.size(), hit.listId, hit.entryId));
        }
        List<ScreeningRunHit> told = listed.follow(pointers).stream()
                .map(found -> ScreeningRunHit.of(kept.items().get(found.place()).rowNumber, found))
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

    /** Ends a run whose reader has gone; nothing of it was kept. */
    @Transactional
    void end(UUID id) {
        ScreeningRun run = repository.findById(id, LockModeType.PESSIMISTIC_WRITE);
        run.move(ScreeningRunStep.INTERRUPT, clock.instant());
        run.rowsMatched = 0;
        run.failure = "interrupted";
        audit.record(ScreeningRunStep.INTERRUPT.act(), audited(run), run.failure);
    }

    @Transactional
    @NotAudited("finds what is deleted, and recorded, one by one")
    List<UUID> expired() {
        return repository.expired(policy.visibility(current.get()));
    }

    /** Deletes a run with all that it kept. */
    @Transactional
    void expire(UUID id) {
        ScreeningRun run = repository.findById(id);
        audit.record(ScreeningAct.SCREENING_RUN_EXPIRED, audited(run));
        repository.forget(run);
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
