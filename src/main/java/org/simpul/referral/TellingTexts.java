package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.safeguard.ProtectedDetails;
import org.simpul.safeguard.ProtectedSubjects;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/**
 * Refuses what tells who is protected in the same draft, before it is stored: what was never written needs no masking.
 * Who becomes protected later is looked for at the hand-over ({@link Completeness}).
 */
@ApplicationScoped
class TellingTexts {
    private static final String TELLS = "tells_protected_subject";

    private final ProtectedSubjects protectedSubjects;

    TellingTexts(ProtectedSubjects protectedSubjects) {
        this.protectedSubjects = protectedSubjects;
    }

    /**
     * @param versionId open, and loaded in the owner's scope
     * @param texts what is to be stored, by the field that it came in
     * @throws Problem INVALID naming each field that tells somebody
     */
    void refuse(UUID versionId, Map<String, @Nullable String> texts) {
        List<ProtectedDetails> people = protectedSubjects.ofVersion(versionId);
        List<Violation> telling = new ArrayList<>();
        texts.forEach((field, text) -> {
            if (ProtectedTerms.areIn(text, people)) {
                telling.add(new Violation(field, TELLS));
            }
        });
        end(telling);
    }

    void refuse(UUID versionId, ReferralFields fields) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("narrative", fields.narrative());
        StatutoryReport report = fields.statutoryReport();
        if (report != null) {
            texts.put("statutory_report.reporter", report.reporter());
            texts.put("statutory_report.reference", report.reference());
        }
        refuse(versionId, texts);
    }

    void refuse(UUID versionId, CiteRedFlags cited) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        for (int i = 0; i < cited.redFlags().size(); i++) {
            texts.put("red_flags[" + i + "].note", cited.redFlags().get(i).note());
        }
        refuse(versionId, texts);
    }

    void refuse(UUID versionId, NameDocuments named) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        for (int i = 0; i < named.documentReferences().size(); i++) {
            DocumentReference document = named.documentReferences().get(i);
            String field = "document_references[" + i + "].";
            texts.put(field + "number", document.number());
            texts.put(field + "issuer", document.issuer());
            texts.put(field + "holder", document.holder());
            texts.put(field + "goaml_reference", document.goamlReference());
        }
        refuse(versionId, texts);
    }

    void refuse(UUID versionId, ListHeldItems listed) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        for (int i = 0; i < listed.heldItems().size(); i++) {
            texts.put(
                    "held_items[" + i + "].description",
                    listed.heldItems().get(i).description());
        }
        refuse(versionId, texts);
    }

    /**
     * An open subject that tells a protected one. Relatives share a family name, so of its name the whole one counts.
     *
     * @param subjectId of the subject itself, which may have been protected until now
     */
    void refuse(UUID versionId, UUID subjectId, SubjectInput input, List<Identifier> identifiers) {
        if (input.isProtected()) {
            return;
        }
        Map<UUID, ProtectedDetails> others = new HashMap<>(protectedSubjects.bySubject(versionId));
        others.remove(subjectId);
        List<ProtectedDetails> people = List.copyOf(others.values());
        List<Violation> telling = new ArrayList<>();
        if (ProtectedTerms.areInName(input.name(), people)) {
            telling.add(new Violation("name", TELLS));
        }
        if (ProtectedTerms.areIn(input.remarks(), people)) {
            telling.add(new Violation("remarks", TELLS));
        }
        for (int i = 0; i < identifiers.size(); i++) {
            Identifier identifier = identifiers.get(i);
            if (ProtectedPeople.CHOSEN.contains(identifier.type().name())
                    && ProtectedTerms.areIn(identifier.value(), people)) {
                telling.add(new Violation("identifiers[" + i + "].value", TELLS));
            }
        }
        end(telling);
    }

    private static void end(List<Violation> telling) {
        if (!telling.isEmpty()) {
            throw Problem.invalid(telling);
        }
    }
}
