package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.casework.DisseminationOrigin.RowKind;
import org.simpul.identifier.Identifier;
import org.simpul.referral.ProtectedPeople;
import org.simpul.referral.SubjectView;
import org.simpul.referral.Submissions;
import org.simpul.referral.SubmittedTransactions;
import org.simpul.shared.Problem;

/**
 * Copies chosen rows of submissions into a dissemination. A row counts as chosen only when it stands in the present
 * version of an intake of the case: an id from elsewhere is unknown, whether it exists or not.
 */
@ApplicationScoped
class CopiedRows {
    private static final List<String> TABLES = List.of(
            "DisseminationOrigin", "DisseminationIdentifier", "DisseminationSubject", "DisseminationTransaction");

    private final EntityManager database;
    private final Submissions submissions;
    private final SubmittedTransactions transactions;
    private final CopiedReferences references;

    CopiedRows(
            EntityManager database,
            Submissions submissions,
            SubmittedTransactions transactions,
            CopiedReferences references) {
        this.database = database;
        this.submissions = submissions;
        this.transactions = transactions;
        this.references = references;
    }

    private record Source(Intake intake, SubjectView subject) {}

    /**
     * Puts the chosen rows in the place of those before.
     *
     * @param intakes of the case, loaded in scope
     * @param people who is protected in them; masked in the transactions of each
     * @throws Problem INVALID naming each row that does not stand in one of them
     */
    void replace(DisseminationVersion version, List<Intake> intakes, ProtectedPeople people, ChosenRows chosen) {
        remove(version);
        List<Source> sources = sources(intakes);
        Set<String> submitted =
                sources.stream().map(source -> source.subject().reference()).collect(Collectors.toSet());
        version.rewrite(text -> references.in(text, version, submitted));
        List<Problem.Violation> unknown = new ArrayList<>();
        Map<UUID, UUID> copies = copySubjects(version, sources, chosen.chosenSubjects(), unknown);
        copyIdentifiers(version, sources, copies, chosen.chosenIdentifiers(), unknown);
        copyTransactions(version, intakes, people, chosen.chosenTransactions(), unknown);
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
        database.flush();
    }

    void remove(DisseminationVersion version) {
        for (String table : TABLES) {
            database.createQuery("delete from " + table + " r where r.owner = :owner and r.versionId = :version")
                    .setParameter("owner", version.owner)
                    .setParameter("version", version.id)
                    .executeUpdate();
        }
    }

    private List<Source> sources(List<Intake> intakes) {
        return intakes.stream()
                .flatMap(intake -> submissions.content(intake.versionId).subjects().stream()
                        .map(subject -> new Source(intake, subject)))
                .toList();
    }

    /** @return ids of the copies by the ids of the subjects */
    private Map<UUID, UUID> copySubjects(
            DisseminationVersion version, List<Source> sources, List<UUID> ids, List<Problem.Violation> unknown) {
        Map<UUID, Source> known = sources.stream()
                .collect(Collectors.toMap(source -> source.subject().id(), Function.identity()));
        Map<UUID, UUID> copies = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            Source source = known.get(ids.get(i));
            if (source == null) {
                unknown.add(new Problem.Violation("rows.subjects[" + i + "]", "unknown_row"));
                continue;
            }
            DisseminationSubject copy = DisseminationSubject.copy(
                    source.subject(),
                    version,
                    i,
                    references.of(version, source.subject().reference()));
            keep(copy, copy.id, RowKind.SUBJECT, version, source.intake(), ids.get(i));
            copies.put(ids.get(i), copy.id);
        }
        return copies;
    }

    private void copyIdentifiers(
            DisseminationVersion version,
            List<Source> sources,
            Map<UUID, UUID> copies,
            List<Identifier> identifiers,
            List<Problem.Violation> unknown) {
        for (int i = 0; i < identifiers.size(); i++) {
            Identifier identifier = identifiers.get(i);
            List<Source> holders = sources.stream()
                    .filter(source -> source.subject().identifiers().contains(identifier))
                    .toList();
            if (holders.isEmpty()) {
                unknown.add(new Problem.Violation("rows.identifiers[" + i + "]", "unknown_row"));
            }
            List<Source> copied = holders.stream()
                    .filter(source -> copies.containsKey(source.subject().id()))
                    .toList();
            if (copied.isEmpty()) {
                holders.stream().limit(1).forEach(source -> copy(version, identifier, source, null));
            }
            copied.forEach(source -> copy(
                    version, identifier, source, copies.get(source.subject().id())));
        }
    }

    private void copy(
            DisseminationVersion version, Identifier identifier, Source source, @Nullable UUID copiedSubject) {
        DisseminationIdentifier copy = DisseminationIdentifier.copy(identifier, version, copiedSubject);
        keep(
                copy,
                copy.id,
                RowKind.IDENTIFIER,
                version,
                source.intake(),
                source.subject().id());
    }

    private void copyTransactions(
            DisseminationVersion version,
            List<Intake> intakes,
            ProtectedPeople people,
            List<UUID> ids,
            List<Problem.Violation> unknown) {
        Map<UUID, Intake> byVersion =
                intakes.stream().collect(Collectors.toMap(intake -> intake.versionId, Function.identity()));
        Set<UUID> found = new HashSet<>();
        for (SubmittedTransactions.Chosen chosen : transactions.choose(byVersion.keySet(), ids)) {
            DisseminationTransaction copy = DisseminationTransaction.copy(
                    people.mask(chosen.transaction()).rewritten(text -> references.in(text, version)), version);
            UUID source = chosen.transaction().id();
            keep(copy, copy.id, RowKind.TRANSACTION, version, byVersion.get(chosen.versionId()), source);
            found.add(source);
        }
        for (int i = 0; i < ids.size(); i++) {
            if (!found.contains(ids.get(i))) {
                unknown.add(new Problem.Violation("rows.transactions[" + i + "]", "unknown_row"));
            }
        }
    }

    private void keep(
            Object copy, UUID id, RowKind kind, DisseminationVersion version, Intake intake, UUID sourceRowId) {
        database.persist(copy);
        database.persist(DisseminationOrigin.of(id, kind, version, intake, sourceRowId));
    }
}
