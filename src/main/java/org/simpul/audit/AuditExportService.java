package org.simpul.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.shared.Ids;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Takes acts out as a file, portion by portion: no transaction outlives one. */
@ApplicationScoped
public class AuditExportService {
    /** Entries of a portion. */
    private static final int PORTION = 1_000;

    private final CurrentCaller current;
    private final AuditReader reader;
    private final WitnessGuard witnesses;
    private final AuditLog audit;
    private final ExportConfig config;
    private final InstantSource clock;

    AuditExportService(
            CurrentCaller current,
            AuditReader reader,
            WitnessGuard witnesses,
            AuditLog audit,
            ExportConfig config,
            InstantSource clock) {
        this.current = current;
        this.reader = reader;
        this.witnesses = witnesses;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Begins a file; recorded before its first byte.
     *
     * @param filter until now, where it names no end
     * @throws Problem FORBIDDEN, NOT_WITNESSED, INVALID without a beginning, and for more than one file takes
     */
    @Transactional
    public AuditExport begin(AuditScope scope, AuditFilter filter) {
        Caller caller = current.get();
        AuditEntryService.require(caller, scope);
        if (scope == AuditScope.ALL && !caller.may(Permission.AUDIT_EXPORT)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        if (filter.from() == null) {
            throw Problem.invalid("from", "required");
        }
        Instant now = clock.instant();
        AuditFilter bounded = filter.to() == null || filter.to().isAfter(now) ? filter.until(now) : filter;
        if (Duration.between(filter.from(), bounded.to()).compareTo(config.span()) > 0) {
            throw Problem.invalid("from", "export_too_long");
        }
        witnesses.requireWitnessed();
        if (!reader.read(caller, scope, bounded, PageRequest.of(null, null).before(), config.rows(), 1)
                .isEmpty()) {
            throw Problem.invalid("from", "export_too_large");
        }
        AuditExport export = new AuditExport(Ids.next(), caller, scope, bounded);
        audit.record(
                AuditAct.AUDIT_EXPORTED,
                new AuditedObject("AUDIT_EXPORT", export.id(), caller.participantId()),
                scope + " " + bounded);
        return export;
    }

    /**
     * @param before entries with an id below this one, newest first; the last one of the portion before
     * @return empty behind the last one
     * @throws Problem NOT_FOUND when the reader or its institution may no longer read
     */
    @Transactional
    @NotAudited("a portion of a file whose beginning is recorded")
    public List<AuditEntryView> portion(AuditExport export, UUID before) {
        return reader.read(current.get(), export.scope(), export.filter(), before, 0, PORTION);
    }
}
