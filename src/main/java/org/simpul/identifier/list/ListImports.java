package org.simpul.identifier.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
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
 * Files of identifiers. A run is opened, takes the rows of one file in one transaction, and ends with its rows, or its
 * sound ones, in the draft, or with none; what is wrong in which row is kept.
 */
@ApplicationScoped
public class ListImports {
    private static final String KIND = "IDENTIFIER_LIST_IMPORT";
    private static final int MOST_SECONDS = 7_500;

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ListRepository lists;
    private final ListImportRepository repository;
    private final ImportedRows rows;
    private final ListConfig config;
    private final WitnessGuard witnesses;
    private final AuditLog audit;
    private final InstantSource clock;
    private final Wording wording;
    private final ObjectMapper json;

    ListImports(
            CurrentCaller current,
            AccessPolicy policy,
            ListRepository lists,
            ListImportRepository repository,
            ImportedRows rows,
            ListConfig config,
            WitnessGuard witnesses,
            AuditLog audit,
            InstantSource clock,
            Wording wording,
            ObjectMapper json) {
        this.current = current;
        this.policy = policy;
        this.lists = lists;
        this.repository = repository;
        this.rows = rows;
        this.config = config;
        this.witnesses = witnesses;
        this.audit = audit;
        this.clock = clock;
        this.wording = wording;
        this.json = json;
    }

    /** Nothing of the file is stored: what it was read to is told in a transaction of its own. */
    private static final class NothingStored extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Tally tally;

        NothingStored(Tally tally) {
            super(null, null, false, false);
            this.tally = tally;
        }
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT while the draft waits */
    @Transactional
    ListImportView open(UUID listId, OpenListImport command) {
        Caller caller = current.get();
        IdentifierList list = lists.own(policy.visibility(caller), listId).orElseThrow(Problem::notFound);
        list.requireOpen();
        ListImport run = new ListImport();
        run.id = Ids.next();
        run.owner = list.owner;
        run.listId = list.id;
        run.operation = command.operation();
        run.onError = command.onError();
        run.defaults = written(command.defaults());
        run.startedBy = caller.person();
        run.startedAt = clock.instant();
        run.movedAt = run.startedAt;
        repository.persist(run);
        audit.record(ListAct.LIST_IMPORT_OPENED, audited(run));
        return ListImportView.of(run, wording);
    }

    /**
     * Takes the run for one file.
     *
     * @throws Problem NOT_FOUND, NOT_WITNESSED, STATE_CONFLICT when it has taken one already, or while the draft waits
     */
    @Transactional
    @NotAudited("the first step of an upload whose end is recorded")
    public ImportDefaults begin(UUID listId, UUID importId) {
        ListImport run = hold(listId, importId);
        lists.own(policy.visibility(current.get()), listId)
                .orElseThrow(Problem::notFound)
                .requireOpen();
        witnesses.requireWitnessed();
        run.move(ListImportStatus.OPEN, ListImportStatus.RUNNING, clock.instant());
        return read(run.defaults);
    }

    /**
     * Stores the rows of a file: all that the run was opened for, in one transaction.
     *
     * @throws Problem BUSY while another file goes into the list, STATE_CONFLICT while the draft waits
     */
    @Transactional
    @TransactionConfiguration(timeout = MOST_SECONDS)
    public ListImportView store(UUID listId, UUID importId, RowSource file) {
        IdentifierList list =
                lists.hold(policy.visibility(current.get()), listId).orElseThrow(Problem::notFound);
        list.requireOpen();
        ListImport run = find(listId, importId);
        Tally tally = rows.store(list, run, file);
        if (run.onError == OnError.REJECT_ALL && (tally.refused > 0 || tally.failure != null)) {
            throw new NothingStored(tally);
        }
        run = hold(listId, importId);
        run.move(ListImportStatus.RUNNING, ListImportStatus.STORED, clock.instant());
        run.count(tally);
        repository.keep(run, tally.findings);
        audit.record(ListAct.LIST_IMPORT_STORED, audited(run), run.operation + " " + tally.stored);
        return ListImportView.of(run, wording);
    }

    /**
     * Ends a run of which nothing was stored.
     *
     * @param cause what {@link #store} threw
     */
    @Transactional
    public ListImportView refuse(UUID listId, UUID importId, RuntimeException cause) {
        ListImport run = hold(listId, importId);
        run.move(ListImportStatus.RUNNING, ListImportStatus.REFUSED, clock.instant());
        if (cause instanceof NothingStored refused) {
            run.count(refused.tally);
            run.rowsStored = 0;
            run.failure = refused.tally.failure == null ? "rows_refused" : refused.tally.failure;
            repository.keep(run, refused.tally.findings);
        } else {
            run.failure =
                    cause instanceof Problem problem && !problem.violations().isEmpty()
                            ? problem.violations().get(0).code()
                            : "list_import_failed";
        }
        audit.record(ListAct.LIST_IMPORT_REFUSED, audited(run), run.failure);
        return ListImportView.of(run, wording);
    }

    /** Whether {@link #refuse} has told all of it. */
    public static boolean isTold(RuntimeException cause) {
        return cause instanceof NothingStored;
    }

    @Transactional
    ListImportView get(UUID listId, UUID importId) {
        ListImport run = find(listId, importId);
        audit.record(ListAct.LIST_IMPORT_READ, audited(run));
        return ListImportView.of(run, wording);
    }

    /** What was kept, in order of the file. */
    @Transactional
    Page<ListFindingView> findings(UUID listId, UUID importId, PageRequest page) {
        ListImport run = find(listId, importId);
        List<ListImportFinding> found = repository.findings(run, page.after(), page.size() + 1);
        audit.record(ListAct.LIST_IMPORT_READ, audited(run));
        return Page.of(found, page.size(), finding -> finding.id).map(finding -> ListFindingView.of(finding, wording));
    }

    @Transactional
    @NotAudited("finds what is ended, and recorded, one by one")
    List<UUID> interrupted() {
        return repository.stuck(
                policy.visibility(current.get()), clock.instant().minus(config.interruptedAfter()));
    }

    /** Ends a run whose reader has gone; nothing of it was stored. */
    @Transactional
    void end(UUID importId) {
        ListImport run = repository.findById(importId);
        run.move(ListImportStatus.RUNNING, ListImportStatus.REFUSED, clock.instant());
        run.failure = "interrupted";
        audit.record(ListAct.LIST_IMPORT_REFUSED, audited(run), run.failure);
    }

    private ListImport find(UUID listId, UUID importId) {
        return repository
                .find(policy.visibility(current.get()), listId, importId)
                .orElseThrow(Problem::notFound);
    }

    private ListImport hold(UUID listId, UUID importId) {
        return repository
                .hold(policy.visibility(current.get()), listId, importId)
                .orElseThrow(Problem::notFound);
    }

    private String written(ImportDefaults defaults) {
        try {
            return json.writeValueAsString(defaults);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportDefaults read(String defaults) {
        try {
            return json.readValue(defaults, ImportDefaults.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AuditedObject audited(ListImport run) {
        return new AuditedObject(KIND, run.id, run.owner);
    }
}
