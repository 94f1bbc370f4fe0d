package org.simpul.referral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.referral.Piece.Need;
import org.simpul.safeguard.ProtectedDetails;
import org.simpul.safeguard.ProtectedValue;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/**
 * What a referral has and lacks: one list, of which the required pieces are the guards of a submission, and all pieces
 * together the score that the team sees before. Nothing in it asks for nationality, age or gender, and a protected
 * subject needs neither name nor identifiers.
 */
final class Completeness {
    private static final String REQUIRED = "required";
    private static final String TELLS = "tells_protected_subject";
    private static final int WHOLE = 100;

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

    private final List<Piece> pieces = new ArrayList<>();
    private final VersionView version;
    private final Facts facts;

    /**
     * What the version itself does not tell.
     *
     * @param protectedSubjects whom no text may tell
     * @param basisInForce whether the FIU's list has the legal basis for referrals
     * @param today where the institution is
     */
    record Facts(
            List<ProtectedDetails> protectedSubjects, boolean basisInForce, boolean hasTransactions, LocalDate today) {}

    private Completeness(VersionView version, Facts facts) {
        this.version = version;
        this.facts = facts;
    }

    static Completeness of(VersionView version, Facts facts) {
        Completeness all = new Completeness(version, facts);
        all.fields();
        all.statutoryReport();
        all.texts();
        all.recommended();
        return all;
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /** @return 0 to 100; below 100 while anything is missing */
    int score() {
        int all = pieces.stream().mapToInt(Piece::weight).sum();
        int present =
                pieces.stream().filter(Piece::present).mapToInt(Piece::weight).sum();
        return present * WHOLE / all;
    }

    /** @throws Problem INCOMPLETE naming all that is required and missing, so that the team learns it at once */
    void require() {
        List<Violation> missing = pieces.stream()
                .filter(piece -> piece.isMissing(Need.REQUIRED))
                .map(piece -> new Violation(piece.field(), piece.code()))
                .toList();
        if (!missing.isEmpty()) {
            throw Problem.incomplete(missing);
        }
    }

    private void fields() {
        need(version.predicateOffence() != null, "predicate_offence", REQUIRED, 5);
        need(version.legalBasis() != null, "legal_basis", REQUIRED, 5);
        guard(version.legalBasis() == null || facts.basisInForce(), "legal_basis", "unknown_legal_basis");
        need(version.suspicionFormedOn() != null, "suspicion_formed_on", REQUIRED, 5);
        need(version.narrative() != null && !version.narrative().isBlank(), "narrative", REQUIRED, 10);
        need(version.grading() != null, "grading", REQUIRED, 5);
        need(version.noMedia(), "no_media", "no_media_statement", 5);
        if (version.urgency() == Urgency.P1) {
            need(version.urgencyGround() != null, "urgency_ground", REQUIRED, 5);
        }
        need(!version.redFlags().isEmpty(), "red_flags", REQUIRED, 10);
        need(!version.subjects().isEmpty(), "subjects", REQUIRED, 10);
        for (int i = 0; i < version.subjects().size(); i++) {
            guard(!version.subjects().get(i).roles().isEmpty(), "subjects[" + i + "].roles", REQUIRED);
        }
    }

    /** The referral does not replace the report that the law asks for (R12); only a P1 does not wait for it. */
    private void statutoryReport() {
        StatutoryReport report = version.statutoryReport();
        need(report != null, "statutory_report", REQUIRED, 5);
        if (report == null) {
            return;
        }
        if (report.status() == StatutoryStatus.FILED) {
            need(report.reference() != null, "statutory_report.reference", REQUIRED, 5);
        }
        if (report.status() == StatutoryStatus.PENDING) {
            need(report.dueOn() != null, "statutory_report.due_on", REQUIRED, 5);
            boolean overdue = report.dueOn() != null && report.dueOn().isBefore(facts.today());
            guard(!overdue || version.urgency() == Urgency.P1, "statutory_report.status", "statutory_report_overdue");
        }
    }

    private void texts() {
        keepsApart(version.narrative(), "narrative");
        for (int i = 0; i < version.redFlags().size(); i++) {
            keepsApart(version.redFlags().get(i).note(), "red_flags[" + i + "].note");
        }
        StatutoryReport report = version.statutoryReport();
        if (report != null) {
            keepsApart(report.reporter(), "statutory_report.reporter");
            keepsApart(report.reference(), "statutory_report.reference");
        }
        for (int i = 0; i < version.subjects().size(); i++) {
            SubjectView open = version.subjects().get(i);
            String field = "subjects[" + i + "].";
            guard(!ProtectedTerms.areInName(open.name(), facts.protectedSubjects()), field + "name", TELLS);
            keepsApart(open.remarks(), field + "remarks");
            for (int j = 0; j < open.identifiers().size(); j++) {
                Identifier identifier = open.identifiers().get(j);
                guard(!isOfAProtectedOne(identifier), field + "identifiers[" + j + "].value", TELLS);
            }
        }
        holdings();
    }

    private boolean isOfAProtectedOne(Identifier identifier) {
        ProtectedValue own = identifier.asProtected();
        return facts.protectedSubjects().stream()
                        .flatMap(details -> details.identifiers().stream())
                        .anyMatch(held -> SameHolder.of(held, own))
                || CHOSEN.contains(identifier.type())
                        && ProtectedTerms.areIn(identifier.value(), facts.protectedSubjects());
    }

    private void holdings() {
        for (int i = 0; i < version.documentReferences().size(); i++) {
            DocumentReference document = version.documentReferences().get(i);
            String field = "document_references[" + i + "].";
            keepsApart(document.number(), field + "number");
            keepsApart(document.issuer(), field + "issuer");
            keepsApart(document.holder(), field + "holder");
            keepsApart(document.goamlReference(), field + "goaml_reference");
        }
        for (int i = 0; i < version.heldItems().size(); i++) {
            keepsApart(version.heldItems().get(i).description(), "held_items[" + i + "].description");
        }
    }

    private void recommended() {
        for (int i = 0; i < version.subjects().size(); i++) {
            SubjectView subject = version.subjects().get(i);
            if (!subject.isProtected() && subject.roles().stream().anyMatch(SubjectRole::isSuspected)) {
                hope(!subject.identifiers().isEmpty(), "subjects[" + i + "].identifiers", "identifiers_hoped_for", 3);
            }
        }
        hope(facts.hasTransactions(), "transactions", "transactions_hoped_for", 10);
        hope(!version.documentReferences().isEmpty(), "document_references", "documents_hoped_for", 5);
        hope(!version.heldItems().isEmpty(), "held_items", "held_items_hoped_for", 5);
        for (int i = 0; i < version.heldItems().size(); i++) {
            hope(
                    version.heldItems().get(i).coversAPeriod(),
                    "held_items[" + i + "].period_from",
                    "period_hoped_for",
                    1);
        }
        for (int i = 0; i < version.redFlags().size(); i++) {
            String note = version.redFlags().get(i).note();
            hope(note != null && !note.isBlank(), "red_flags[" + i + "].note", "note_hoped_for", 1);
        }
        Narrative narrative = new Narrative(version.narrative());
        hope(narrative.isLongEnough(), "narrative", "narrative_short", 5);
        hope(narrative.tellsWhen(), "narrative", "narrative_without_date", 2);
        hope(narrative.tellsHowMuch(), "narrative", "narrative_without_amount", 2);
    }

    private void keepsApart(@Nullable String text, String field) {
        guard(!ProtectedTerms.areIn(text, facts.protectedSubjects()), field, TELLS);
    }

    private void need(boolean present, String field, String code, int weight) {
        pieces.add(new Piece(field, code, Need.REQUIRED, weight, present));
    }

    /** What must not be is named where it is, and not where it is not. */
    private void guard(boolean holds, String field, String code) {
        if (!holds) {
            need(false, field, code, 5);
        }
    }

    private void hope(boolean present, String field, String code, int weight) {
        pieces.add(new Piece(field, code, Need.RECOMMENDED, weight, present));
    }
}
