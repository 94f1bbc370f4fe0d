package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.casework.DisseminationOrigin.RowKind;
import org.simpul.identifier.Identifier;
import org.simpul.referral.ProtectedPeople;
import org.simpul.referral.SubjectView;
import org.simpul.referral.Submissions;
import org.simpul.referral.SubmittedGraph;
import org.simpul.safeguard.ProtectedValue;
import org.simpul.safeguard.SubjectDigests;
import org.simpul.shared.Problem;
import org.simpul.sharing.Visibility;

/**
 * What a dissemination must not tell: who is protected in any submission of its case. One bank knows that she is a child
 * where another files her as the holder of an account, and the FIU's own words come on top (R3).
 */
@ApplicationScoped
class Discretion {
    private final DisseminationRepository repository;
    private final Submissions submissions;
    private final SubmittedGraph graph;
    private final IntakeRepository intakes;
    private final SubjectDigests digests;

    Discretion(
            DisseminationRepository repository,
            Submissions submissions,
            SubmittedGraph graph,
            IntakeRepository intakes,
            SubjectDigests digests) {
        this.repository = repository;
        this.intakes = intakes;
        this.digests = digests;
        this.submissions = submissions;
        this.graph = graph;
    }

    /**
     * A place that tells somebody.
     *
     * @param rowId the copied row, or the version for its texts
     * @param field what the analyst sent
     * @param reference of whom it tells, as the submission has it
     */
    record Told(UUID rowId, MaskedPart part, String field, String reference) {}

    /** @param intakes of one case, loaded in scope */
    ProtectedPeople peopleOf(Collection<Intake> intakes) {
        return submissions.protectedIn(
                intakes.stream().map(intake -> intake.referralId).toList());
    }

    /**
     * The same for what leaves the FIU: also under what else is held, in these intakes or anywhere, by who tells them.
     *
     * @param intakes loaded in scope
     */
    ProtectedPeople keptBy(Collection<Intake> intakes) {
        return withAllHeld(peopleOf(intakes), intakes);
    }

    /** Whom an intake protects, and whom another does to whom its open subjects lead: its rows may be hers. */
    ProtectedPeople broughtBy(Visibility scope, Intake intake) {
        Set<ProtectedValue> values = subjects(List.of(intake.versionId)).stream()
                .flatMap(subject -> subject.identifiers().stream())
                .map(Identifier::asProtected)
                .collect(Collectors.toSet());
        Set<UUID> referrals = new HashSet<>(intakes.referralsOf(scope, digests.holding(intake.owner, values)));
        referrals.add(intake.referralId);
        return withAllHeld(submissions.protectedIn(referrals), List.of(intake));
    }

    private ProtectedPeople withAllHeld(ProtectedPeople people, Collection<Intake> intakes) {
        if (people.isEmpty()) {
            return people;
        }
        Set<UUID> versions = new HashSet<>(graph.holding(people.values()));
        intakes.forEach(intake -> versions.add(intake.versionId));
        return people.withAllHeldBy(subjects(versions));
    }

    private List<SubjectView> subjects(Collection<UUID> versions) {
        return graph.subjects(graph.seen(versions)).stream()
                .map(SubmittedGraph.Held::subject)
                .toList();
    }

    /** @return what must be written otherwise or left out; empty when nobody is told */
    List<Problem.Violation> violations(DisseminationVersion version, ProtectedPeople people) {
        return told(version, people).stream()
                .map(Told::field)
                .distinct()
                .map(field -> new Problem.Violation(field, "tells_protected_subject"))
                .toList();
    }

    /**
     * Takes texts that tell somebody out of a version before it is written, to be refused with its rows afterwards: what
     * was written once stays in the database's log.
     *
     * @return what must be written otherwise; empty when nothing was taken out
     */
    List<Problem.Violation> withhold(DisseminationVersion version, ProtectedPeople people) {
        Map<String, Problem.Violation> telling = new LinkedHashMap<>();
        version.letterNumber = withhold("letter_number", version.letterNumber, people, telling);
        version.title = withhold("title", version.title, people, telling);
        version.narrative = withhold("narrative", version.narrative, people, telling);
        if (version.caveats != null) {
            version.caveats = withhold("caveats", version.caveats, people, telling);
        }
        return Stream.of("title", "letter_number", "narrative", "caveats")
                .map(telling::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String withhold(
            String field, String text, ProtectedPeople people, Map<String, Problem.Violation> telling) {
        if (people.in(text).isEmpty()) {
            return text;
        }
        telling.put(field, new Problem.Violation(field, "tells_protected_subject"));
        return "-";
    }

    List<Told> told(DisseminationVersion version, ProtectedPeople known) {
        List<Told> told = new ArrayList<>();
        if (known.isEmpty()) {
            return told;
        }
        Map<UUID, SubjectView> filed = subjects(repository.sources(version)).stream()
                .collect(Collectors.toMap(SubjectView::id, Function.identity()));
        ProtectedPeople people = known.withAllHeldBy(filed.values());
        add(told, version.id, MaskedPart.TITLE, "title", people.in(version.title));
        add(told, version.id, MaskedPart.LETTER_NUMBER, "letter_number", people.in(version.letterNumber));
        add(told, version.id, MaskedPart.NARRATIVE, "narrative", people.in(version.narrative));
        add(told, version.id, MaskedPart.CAVEATS, "caveats", people.in(version.caveats));
        Map<UUID, SubjectView> sources = sources(version, filed);
        for (DisseminationSubject row : repository.subjects(version)) {
            if (!row.isProtected) {
                Optional<String> who = people.toldBy(sources.get(row.id)).or(() -> people.inName(row.name));
                add(told, row.id, MaskedPart.SUBJECT, "rows.subjects[" + row.position + "]", who);
            }
        }
        for (DisseminationIdentifier row : repository.identifiers(version)) {
            Optional<String> who = people.toldBy(sources.get(row.id)).or(() -> people.holding(row.identifier()));
            add(told, row.id, MaskedPart.IDENTIFIER, "rows.identifiers", who);
        }
        for (DisseminationTransaction row : repository.transactions(version)) {
            add(told, row.id, MaskedPart.FROM, "rows.transactions", people.holding(row.from()));
            add(told, row.id, MaskedPart.TO, "rows.transactions", people.holding(row.to()));
            add(told, row.id, MaskedPart.CHANNEL, "rows.transactions", people.in(row.channel));
            add(told, row.id, MaskedPart.REMARK, "rows.transactions", people.in(row.remark));
        }
        return told;
    }

    private static void add(List<Told> told, UUID rowId, MaskedPart part, String field, Optional<String> who) {
        who.ifPresent(reference -> told.add(new Told(rowId, part, field, reference)));
    }

    /** @return the subjects that copied subjects and identifiers came from, by the id of the copy */
    private Map<UUID, SubjectView> sources(DisseminationVersion version, Map<UUID, SubjectView> filed) {
        return repository.origins(version).stream()
                .filter(origin -> origin.rowKind != RowKind.TRANSACTION)
                .collect(Collectors.toMap(origin -> origin.rowId, origin -> filed.get(origin.sourceRowId)));
    }
}
