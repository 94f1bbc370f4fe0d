package org.simpul.referral;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.audit.WitnessGuard;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Wording;
import org.simpul.sharing.AccessPolicy;

/**
 * Imports of transactions into a draft. A run is opened, takes the rows of one file in chunks, each committed for
 * itself so that its progress can be asked for, and ends with all rows in the draft or with none.
 */
@ApplicationScoped
public class TransactionImports {
    /** Errors kept of one run; the others are only counted. */
    public static final int KEPT_ERRORS = 1_000;

    private static final int FIRST_ERRORS = 20;
    private static final int PUBLISHING_SECONDS = 900;

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final OpenDrafts drafts;
    private final ImportRepository repository;
    private final ImportStage stage;
    private final TransactionRepository transactions;
    private final Masking masking;
    private final ReportedDrafts reports;
    private final WitnessGuard witnesses;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Wording wording;
    private final ObjectMapper json;

    TransactionImports(
            CurrentCaller current,
            AccessPolicy policy,
            OpenDrafts drafts,
            ImportRepository repository,
            ImportStage stage,
            TransactionRepository transactions,
            Masking masking,
            ReportedDrafts reports,
            WitnessGuard witnesses,
            AuditLog audit,
            InstantSource clock,
            Wording wording,
            ObjectMapper json) {
        this.current = current;
        this.policy = policy;
        this.drafts = drafts;
        this.repository = repository;
        this.stage = stage;
        this.transactions = transactions;
        this.masking = masking;
        this.reports = reports;
        this.witnesses = witnesses;
        this.audit = audit;
        this.clock = clock;
        this.wording = wording;
        this.json = json;
    }

    /**
     * What a run was opened with.
     *
     * @param mapping how the file is to be read, in the reader's own words
     * @param format null when the file shall tell it
     */
    public record Opened(String mapping, @Nullable ImportFormat format) {}

    /**
     * @param format null when the file shall tell it
     * @param mapping how the file is to be read, in the reader's own words; given back by {@link #begin}
     */
    @Transactional
    public ImportView open(UUID referralId, @Nullable ImportFormat format, String mapping) {
        Caller caller = current.get();
        ImportRun run = new ImportRun();
        run.versionId = drafts.require(caller, referralId);
        run.id = Ids.next();
        run.owner = caller.participantId();
        run.referralId = referralId;
        run.status = ImportStatus.OPEN;
        run.format = format;
        run.mapping = mapping;
        run.startedBy = caller.person();
        run.startedAt = clock.instant();
        run.movedAt = run.startedAt;
        repository.persist(run);
        audit.record(ImportAct.IMPORT_OPENED, object(run));
        return view(run);
    }

    /**
     * Takes the run for one file.
     *
     * @return what it was opened with
     * @throws Problem NOT_WITNESSED, STATE_CONFLICT when it has taken one already, or when the draft is no draft any more
     */
    @Transactional
    @NotAudited("the first step of an upload whose end is recorded")
    public Opened begin(UUID referralId, UUID importId) {
        drafts.require(current.get(), referralId);
        ImportRun run = lock(referralId, importId);
        witnesses.requireWitnessed();
        run.begin(clock.instant());
        return new Opened(run.mapping, run.format);
    }

    /** Writes down what kind of file came. */
    @Transactional
    @NotAudited("the second step of an upload whose end is recorded")
    public void recognise(UUID referralId, UUID importId, ImportFormat format) {
        lock(referralId, importId).format = format;
    }

    /** Keeps the next rows. Once a row was refused, the sound ones need not wait any longer: nothing is published. */
    @Transactional
    @NotAudited("one chunk of an upload whose end is recorded")
    public void add(UUID referralId, UUID importId, ImportChunk chunk) {
        ImportRun run = lock(referralId, importId);
        run.progress(chunk, clock.instant());
        keep(run, chunk.errors());
        if (run.rowsFailed == 0 && !chunk.transactions().isEmpty()) {
            stage.add(run, chunk.transactions());
        }
    }

    /** Ends a file that was read to its end: publishes all rows in one step, or none when one of them was refused. */
    @Transactional
    @TransactionConfiguration(timeout = PUBLISHING_SECONDS)
    public ImportView finish(UUID referralId, UUID importId, ImportSummary summary) {
        UUID version = drafts.require(current.get(), referralId);
        ImportRun run = lock(referralId, importId);
        run.summary = written(summary);
        if (run.rowsFailed > 0) {
            return failed(run, "rows_refused");
        }
        requireVersion(run, version);
        if (!transactions.hasRoom(version, run.rowsRead)) {
            return failed(run, "too_many_rows");
        }
        if (!stage.isWhole(run)) {
            return failed(run, "interrupted");
        }
        return publish(run, version);
    }

    /** Rows that were put there before somebody became protected are masked where they wait, outside of any log. */
    private ImportView publish(ImportRun run, UUID version) {
        run.publish(clock.instant());
        masking.maskWaiting(version, run.id);
        stage.publish(run);
        drafts.touch(version, run.startedBy);
        audit.record(ImportAct.IMPORT_PUBLISHED, object(run), "rows " + run.rowsRead);
        return view(run);
    }

    /**
     * Ends a report that was read to its end and found sound: its subjects, those to be protected first, what it says of
     * itself, and its rows, all in this one transaction. No row of it is written before those whom it must not tell are
     * known, and nobody sees a part of it.
     *
     * @param chunks the rows, read anew
     * @param summary what was found in the first reading
     */
    @Transactional
    @TransactionConfiguration(timeout = PUBLISHING_SECONDS)
    public ImportView finishReport(
            UUID referralId,
            UUID importId,
            ImportedReport report,
            Iterable<List<ImportedTransaction>> chunks,
            ImportSummary summary) {
        UUID version = drafts.require(current.get(), referralId);
        ImportRun run = lock(referralId, importId);
        if (run.rowsFailed > 0) {
            run.summary = written(summary);
            return failed(run, "rows_refused");
        }
        requireVersion(run, version);
        if (!transactions.hasRoom(version, run.rowsRead)) {
            run.summary = written(summary);
            return failed(run, "too_many_rows");
        }
        ReportedDrafts.Plan plan = reports.plan(version, report);
        if (!plan.refused().isEmpty()) {
            run.summary = written(summary);
            keep(run, plan.refused());
            return failed(run, "rows_refused");
        }
        ImportSummary done = summary.with(plan.subjects().size(), plan.known(), reports.write(version, report, plan));
        for (List<ImportedTransaction> rows : chunks) {
            add(referralId, importId, new ImportChunk(rows, List.of(), 0, 0));
        }
        if (!stage.isWhole(run)) {
            // the draft was written by now: it goes back whole, and the run is ended in a transaction of its own
            throw new IllegalStateException("rows of an import are gone");
        }
        run.summary = written(done);
        masking.mask(version);
        return publish(run, version);
    }

    private static void requireVersion(ImportRun run, UUID version) {
        if (!run.versionId.equals(version)) {
            throw Problem.stateConflict("not_a_draft");
        }
    }

    /**
     * Ends a file that could not be read to its end; nothing is published.
     *
     * @param failure key of its text under {@code violation.}
     * @param errors what to tell about the file beyond that
     */
    @Transactional
    public ImportView fail(UUID referralId, UUID importId, String failure, List<RowError> errors) {
        ImportRun run = lock(referralId, importId);
        keep(run, errors);
        return failed(run, failure);
    }

    @Transactional
    public ImportView get(UUID referralId, UUID importId) {
        ImportRun run = find(referralId, importId);
        audit.record(ImportAct.IMPORT_READ, object(run));
        return view(run);
    }

    /** As {@link #get}, at the opening of a stream of {@link #peek}. */
    @Transactional
    public ImportView watch(UUID referralId, UUID importId) {
        ImportRun run = find(referralId, importId);
        audit.record(ImportAct.IMPORT_WATCHED, object(run));
        return view(run);
    }

    @Transactional
    @NotAudited("one look of a stream whose opening is recorded")
    public ImportView peek(UUID referralId, UUID importId) {
        return view(find(referralId, importId));
    }

    /** All kept errors in order of the file, to be taken away as one list. */
    @Transactional
    public List<ImportErrorView> allErrors(UUID referralId, UUID importId) {
        ImportRun run = find(referralId, importId);
        List<ImportError> rows = repository.firstErrors(run, KEPT_ERRORS);
        audit.record(ImportAct.IMPORT_READ, object(run));
        return rows.stream().map(error -> ImportErrorView.from(error, wording)).toList();
    }

    /** The kept errors in order of the file. */
    @Transactional
    public Page<ImportErrorView> errors(UUID referralId, UUID importId, PageRequest page) {
        ImportRun run = find(referralId, importId);
        List<ImportError> rows = repository.errors(run, page.after(), page.size() + 1);
        audit.record(ImportAct.IMPORT_READ, object(run));
        return Page.of(rows, page.size(), error -> error.id).map(error -> ImportErrorView.from(error, wording));
    }

    private ImportView failed(ImportRun run, String failure) {
        stage.clear(run);
        run.fail(failure, clock.instant());
        audit.record(ImportAct.IMPORT_FAILED, object(run), failure);
        return view(run);
    }

    private void keep(ImportRun run, List<RowError> errors) {
        if (!errors.isEmpty()) {
            long room = KEPT_ERRORS - repository.keptErrors(run);
            errors.stream().limit(Math.max(room, 0)).forEach(error -> repository.persist(ImportError.of(run, error)));
        }
    }

    private ImportView view(ImportRun run) {
        return ImportView.from(run, repository.firstErrors(run, FIRST_ERRORS), read(run.summary), wording);
    }

    private String written(ImportSummary summary) {
        try {
            return json.writeValueAsString(summary);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable ImportSummary read(@Nullable String summary) {
        try {
            return summary == null ? null : json.readValue(summary, ImportSummary.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportRun find(UUID referralId, UUID importId) {
        return repository
                .find(policy.visibility(current.get()), referralId, importId)
                .orElseThrow(Problem::notFound);
    }

    private ImportRun lock(UUID referralId, UUID importId) {
        return repository
                .lock(policy.visibility(current.get()), referralId, importId)
                .orElseThrow(Problem::notFound);
    }

    private static AuditedObject object(ImportRun run) {
        return new AuditedObject("IMPORT", run.id, run.owner);
    }
}
