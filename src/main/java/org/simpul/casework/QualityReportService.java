package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.casework.UsefulnessRepository.Cell;
import org.simpul.referral.FormCode;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Quarter;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/**
 * Tells each institution once a quarter how good its referrals were (R10). It counts what was finished, which hangs on
 * the receipt alone, and never looks at a status, a link, a case, a dissemination or an outcome.
 */
@ApplicationScoped
class QualityReportService {
    private static final String KIND = "QUALITY_REPORT";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final UsefulnessRepository grades;
    private final QualityReportRepository reports;
    private final CaseworkConfig config;
    private final AuditLog audit;
    private final InstantSource clock;
    private final ZoneId zone;

    QualityReportService(
            CurrentCaller current,
            AccessPolicy policy,
            UsefulnessRepository grades,
            QualityReportRepository reports,
            CaseworkConfig config,
            AuditLog audit,
            InstantSource clock,
            @ConfigProperty(name = "simpul.time-zone") ZoneId zone) {
        this.current = current;
        this.policy = policy;
        this.grades = grades;
        this.reports = reports;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    @Transactional
    Page<QualityReportView> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<QualityReport> rows = Page.of(reports.newest(scope, page), page.size(), row -> row.id);
        audit.record(CaseworkAct.QUALITY_REPORT_LISTED, AuditedObject.list(KIND));
        return rows.map(QualityReportView::from);
    }

    /** Institutions without the report of the newest quarter that is to be told of. */
    @Transactional
    @NotAudited("looks for what is due; each report is recorded when it is written")
    public Set<UUID> untold() {
        Visibility scope = policy.visibility(current.get());
        Set<UUID> institutions = new HashSet<>(finished(scope, quarter()).keySet());
        institutions.removeAll(reports.told(scope, quarter()));
        return institutions;
    }

    /** Writes, as the FIU, the report of the newest quarter that is to be told of; one that is there stays. */
    @Transactional
    public void write(UUID institution) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Quarter quarter = quarter();
        List<Cell> cells = finished(scope, quarter).getOrDefault(institution, List.of());
        Map<FormCode, Long> codes = new EnumMap<>(FormCode.class);
        cells.forEach(cell -> codes.merge(cell.formCode(), cell.referrals(), Long::sum));
        if (!reports.told(scope, quarter).contains(institution) && Shares.areMany(codes.values())) {
            QualityReport report = report(caller.participantId(), institution, quarter, codes, cells);
            reports.persist(report);
            audit.record(
                    CaseworkAct.QUALITY_REPORT_WRITTEN,
                    new AuditedObject(KIND, report.id, report.owner),
                    report.quarter);
        }
    }

    private Quarter quarter() {
        return Quarter.reportedOn(LocalDate.ofInstant(clock.instant(), zone), config.qualityReportDaysAfterQuarter());
    }

    private Map<UUID, List<Cell>> finished(Visibility scope, Quarter quarter) {
        return grades.finished(scope, quarter.from(zone), quarter.before(zone)).stream()
                .collect(Collectors.groupingBy(Cell::institution));
    }

    private QualityReport report(
            UUID fiu, UUID institution, Quarter quarter, Map<FormCode, Long> codes, List<Cell> cells) {
        QualityReport report = new QualityReport();
        report.id = Ids.next();
        report.owner = fiu;
        report.objectId = institution;
        report.objectOwner = institution;
        report.quarter = quarter.text();
        report.referrals =
                Shares.band(codes.values().stream().mapToLong(Long::longValue).sum());
        Map<FormCode, Integer> form = Shares.of(FormCode.class, codes);
        report.complete = form.getOrDefault(FormCode.COMPLETE, 0);
        report.missingField = form.getOrDefault(FormCode.MISSING_FIELD, 0);
        report.late = form.getOrDefault(FormCode.LATE, 0);
        report.narrativeUnclear = form.getOrDefault(FormCode.NARRATIVE_UNCLEAR, 0);
        Map<Usefulness, Long> graded = new EnumMap<>(Usefulness.class);
        cells.forEach(cell -> {
            if (cell.usefulness() != null) {
                graded.merge(cell.usefulness(), cell.referrals(), Long::sum);
            }
        });
        if (Shares.areMany(graded.values()) && Shares.areMixed(graded.values())) {
            Map<Usefulness, Integer> useful = Shares.of(Usefulness.class, graded);
            report.usefulHigh = useful.get(Usefulness.HIGH);
            report.usefulMedium = useful.get(Usefulness.MEDIUM);
            report.usefulLow = useful.get(Usefulness.LOW);
            report.usefulNone = useful.get(Usefulness.NONE);
        }
        report.at = clock.instant();
        return report;
    }
}
