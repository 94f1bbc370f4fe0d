package org.simpul.referral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.safeguard.ProtectedDetails;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/**
 * What a referral must have before it is handed over: the guards of a submission, one after the other, so that the
 * team learns at once all that is missing.
 */
final class Completeness {
    private static final String REQUIRED = "required";
    private static final String TELLS = "tells_protected_subject";

    /**
     * What people name as they like, after themselves or their children; and virtual accounts, which end with a
     * telephone number.
     */
    private static final Set<IdentifierType> CHOSEN = EnumSet.of(
            IdentifierType.USERNAME,
            IdentifierType.EMAIL,
            IdentifierType.E_WALLET,
            IdentifierType.URL,
            IdentifierType.BANK_ACCOUNT);

    private final List<Violation> missing = new ArrayList<>();

    private Completeness() {}

    /** @throws Problem INCOMPLETE naming what is missing */
    static void require(VersionView version, List<ProtectedDetails> protectedSubjects, LocalDate today) {
        Completeness check = new Completeness();
        check.fields(version);
        check.statutoryReport(version, today);
        check.texts(version, protectedSubjects);
        if (!check.missing.isEmpty()) {
            throw Problem.incomplete(check.missing);
        }
    }

    private void fields(VersionView version) {
        need(version.predicateOffence() != null, "predicate_offence", REQUIRED);
        need(version.legalBasis() != null, "legal_basis", REQUIRED);
        need(version.suspicionFormedOn() != null, "suspicion_formed_on", REQUIRED);
        need(version.narrative() != null && !version.narrative().isBlank(), "narrative", REQUIRED);
        need(version.grading() != null, "grading", REQUIRED);
        need(version.noMedia(), "no_media", "no_media_statement");
        need(version.urgency() != Urgency.P1 || version.urgencyGround() != null, "urgency_ground", REQUIRED);
        need(!version.redFlags().isEmpty(), "red_flags", REQUIRED);
        need(!version.subjects().isEmpty(), "subjects", REQUIRED);
        for (int i = 0; i < version.subjects().size(); i++) {
            need(!version.subjects().get(i).roles().isEmpty(), "subjects[" + i + "].roles", REQUIRED);
        }
    }

    /** The referral does not replace the report that the law asks for (R12); only a P1 does not wait for it. */
    private void statutoryReport(VersionView version, LocalDate today) {
        StatutoryReport report = version.statutoryReport();
        if (report == null) {
            need(false, "statutory_report", REQUIRED);
            return;
        }
        need(
                report.status() != StatutoryStatus.FILED || report.reference() != null,
                "statutory_report.reference",
                REQUIRED);
        if (report.status() == StatutoryStatus.PENDING) {
            need(report.dueOn() != null, "statutory_report.due_on", REQUIRED);
            boolean overdue = report.dueOn() != null && report.dueOn().isBefore(today);
            need(!overdue || version.urgency() == Urgency.P1, "statutory_report.status", "statutory_report_overdue");
        }
    }

    private void texts(VersionView version, List<ProtectedDetails> subjects) {
        keepsApart(version.narrative(), "narrative", subjects);
        for (int i = 0; i < version.redFlags().size(); i++) {
            keepsApart(version.redFlags().get(i).note(), "red_flags[" + i + "].note", subjects);
        }
        StatutoryReport report = version.statutoryReport();
        if (report != null) {
            keepsApart(report.reporter(), "statutory_report.reporter", subjects);
            keepsApart(report.reference(), "statutory_report.reference", subjects);
        }
        for (int i = 0; i < version.subjects().size(); i++) {
            SubjectView open = version.subjects().get(i);
            String field = "subjects[" + i + "].";
            need(!ProtectedTerms.areInName(open.name(), subjects), field + "name", TELLS);
            keepsApart(open.remarks(), field + "remarks", subjects);
            for (int j = 0; j < open.identifiers().size(); j++) {
                Identifier identifier = open.identifiers().get(j);
                if (CHOSEN.contains(identifier.type())) {
                    keepsApart(identifier.value(), field + "identifiers[" + j + "].value", subjects);
                }
            }
        }
    }

    private void keepsApart(@Nullable String text, String field, List<ProtectedDetails> subjects) {
        need(!ProtectedTerms.areIn(text, subjects), field, TELLS);
    }

    private void need(boolean present, String field, String code) {
        if (!present) {
            missing.add(new Violation(field, code));
        }
    }
}
