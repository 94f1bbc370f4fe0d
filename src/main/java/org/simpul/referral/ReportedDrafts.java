package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.safeguard.ProtectedDetails;
import org.simpul.safeguard.ProtectedSubjects;
import org.simpul.safeguard.ProtectedValue;
import org.simpul.shared.Ids;
import org.simpul.shared.Reference;

/**
 * Fills an open version from a report: what the institution wrote for one authority need not be typed again for the
 * hub. What stands in the draft already stays. Whoever must be protected is written first and kept out of all the rest.
 */
@ApplicationScoped
class ReportedDrafts {
    private final VersionRepository versions;
    private final SubjectRepository subjects;
    private final ProtectedSubjects protectedSubjects;

    ReportedDrafts(VersionRepository versions, SubjectRepository subjects, ProtectedSubjects protectedSubjects) {
        this.versions = versions;
        this.subjects = subjects;
        this.protectedSubjects = protectedSubjects;
    }

    /** A subject that will be written, under the reference that stands for it elsewhere if it is protected. */
    record Planned(String reference, ImportedSubject subject) {}

    /**
     * What writing would do.
     *
     * @param subjects those to add, the protected ones first
     * @param known how many stand in the draft already
     * @param more further identifiers and spellings of subjects that are protected in the draft, by the subject's id
     * @param people all who are protected afterwards
     * @param refused why nothing can be written; empty when it can
     */
    record Plan(
            List<Planned> subjects,
            int known,
            Map<UUID, List<ProtectedDetails>> more,
            ProtectedPeople people,
            List<RowError> refused) {}

    /** @param versionId open, and loaded in scope; nothing is written */
    Plan plan(UUID versionId, ImportedReport report) {
        ReferralVersion version = versions.findById(versionId);
        return new Planner(subjects.of(version), subjects.identifiers(version), protectedSubjects.bySubject(versionId))
                .plan(report);
    }

    /** @return whether the narrative was taken: one that somebody has written stays */
    boolean write(UUID versionId, ImportedReport report, Plan plan) {
        ReferralVersion version = versions.findById(versionId);
        Map<UUID, ProtectedDetails> kept = protectedSubjects.bySubject(versionId);
        plan.more().forEach((subjectId, others) -> {
            ProtectedDetails details = kept.get(subjectId);
            for (ProtectedDetails same : others) {
                details = details.with(same);
            }
            protectedSubjects.store(versionId, version.owner, subjectId, details);
        });
        int position = subjects.nextPosition(version);
        for (Planned planned : plan.subjects()) {
            write(version, planned, position++);
        }
        subjects.flush();
        fill(version, report, plan.people());
        if (report.narrative() == null || version.narrative != null && !version.narrative.isBlank()) {
            return false;
        }
        version.narrative = plan.people().mask(report.narrative());
        return true;
    }

    private void write(ReferralVersion version, Planned planned, int position) {
        ImportedSubject told = planned.subject();
        ReferralSubject subject = new ReferralSubject();
        subject.id = Ids.next();
        subject.owner = version.owner;
        subject.versionId = version.id;
        subject.position = position;
        subject.reference = planned.reference();
        subject.kind = told.kind();
        subject.roles = told.roles().stream().sorted().map(Enum::name).toArray(String[]::new);
        subject.isProtected = told.isProtected();
        subject.name = told.isProtected() ? null : told.name();
        subject.ageBand = told.ageBand();
        subjects.persistAndFlush(subject);
        if (told.isProtected()) {
            protectedSubjects.store(version.id, version.owner, subject.id, Planner.details(told));
        } else {
            told.identifiers().forEach(identifier -> subjects.persist(ReferralIdentifier.of(subject, identifier)));
        }
    }

    private static void fill(ReferralVersion version, ImportedReport report, ProtectedPeople people) {
        if (version.statutoryReporter == null) {
            version.statutoryReporter = people.mask(report.reporter());
        }
        if (version.statutoryReference == null) {
            version.statutoryReference = people.mask(report.reference());
        }
        if (version.statutoryStatus == null) {
            version.statutoryStatus = report.filed() ? StatutoryStatus.FILED : StatutoryStatus.PENDING;
        } else if (report.filed() && version.statutoryStatus == StatutoryStatus.PENDING) {
            version.statutoryStatus = StatutoryStatus.FILED;
        }
    }

    /** Decides on each person and entity of a report, against those that the draft has. */
    private static final class Planner {
        private static final int MOST_SUBJECTS = 200;

        private final List<ReferralSubject> present;
        private final Map<UUID, List<ReferralIdentifier>> identifiers;
        private final Map<UUID, ProtectedDetails> apart;
        private final ProtectedPeople people = new ProtectedPeople();
        private final Map<UUID, List<ProtectedDetails>> more = new LinkedHashMap<>();
        private final List<RowError> refused = new ArrayList<>();
        private int known;

        Planner(
                List<ReferralSubject> present,
                Map<UUID, List<ReferralIdentifier>> identifiers,
                Map<UUID, ProtectedDetails> apart) {
            this.present = present;
            this.identifiers = identifiers;
            this.apart = apart;
        }

        Plan plan(ImportedReport report) {
            present.stream()
                    .filter(subject -> apart.containsKey(subject.id))
                    .forEach(subject -> people.add(subject.reference, apart.get(subject.id)));
            List<Planned> added = new ArrayList<>();
            report.subjects().stream()
                    .filter(ImportedSubject::isProtected)
                    .forEach(subject -> toBeProtected(subject, added));
            List<ImportedSubject> open = report.subjects().stream()
                    .filter(subject -> !subject.isProtected())
                    .collect(Collectors.toCollection(ArrayList::new));
            // each brings numbers and spellings of a child, which may be those of somebody who was told before
            while (open.removeIf(subject -> isProtectedOne(subject, added))) {
                continue;
            }
            open.forEach(subject -> inTheOpen(subject, added));
            if (present.size() + added.size() > MOST_SUBJECTS) {
                refused.add(new RowError(0, "subjects", "too_many"));
            }
            added.sort(Comparator.comparing(planned -> !planned.subject().isProtected()));
            return new Plan(added, known, more, people, refused);
        }

        private void toBeProtected(ImportedSubject subject, List<Planned> added) {
            List<ProtectedValue> values = values(subject);
            if (standInTheOpen(values)) {
                refused.add(error(subject, "shared_with_protected"));
                return;
            }
            UUID same = protectedAlready(subject, values);
            if (same != null) {
                known++;
                more.computeIfAbsent(same, id -> new ArrayList<>()).add(details(subject));
                people.add(reference(same), details(subject));
                return;
            }
            String reference = Reference.random("S");
            people.add(reference, details(subject));
            added.add(new Planned(reference, subject));
        }

        /** Whether an open subject of the draft has one of the values; nothing takes it from there any more. */
        private boolean standInTheOpen(List<ProtectedValue> values) {
            return identifiers.values().stream()
                    .flatMap(List::stream)
                    .map(row -> row.identifier().asProtected())
                    .anyMatch(other -> values.stream().anyMatch(value -> SameHolder.of(value, other)));
        }

        /**
         * Whoever bears a protected subject's name without an age of its own is taken for the same person; its numbers
         * are then that person's.
         */
        private boolean isProtectedOne(ImportedSubject subject, List<Planned> added) {
            String reference = Stream.concat(Stream.ofNullable(subject.name()), subject.aliases().stream())
                    .map(people::inName)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
            if (reference == null) {
                return false;
            }
            if (subject.ageBand() != AgeBand.UNKNOWN || subject.kind() == SubjectKind.LEGAL_ENTITY) {
                refused.add(error(subject, "tells_protected_subject"));
            } else if (standInTheOpen(values(subject))) {
                refused.add(error(subject, "shared_with_protected"));
            } else {
                known++;
                merge(reference, subject, added);
            }
            return true;
        }

        private void inTheOpen(ImportedSubject subject, List<Planned> added) {
            List<Identifier> own = subject.identifiers().stream()
                    .filter(identifier -> people.holding(identifier).isEmpty())
                    .toList();
            if (standsInTheOpen(subject, own)) {
                known++;
                return;
            }
            added.add(new Planned(
                    Reference.random("S"),
                    new ImportedSubject(
                            subject.kind(),
                            subject.roles(),
                            subject.ageBand(),
                            subject.name(),
                            List.of(),
                            own,
                            subject.rowNumber(),
                            subject.element())));
        }

        private void merge(String reference, ImportedSubject same, List<Planned> added) {
            people.add(reference, details(same));
            for (int i = 0; i < added.size(); i++) {
                ImportedSubject other = added.get(i).subject();
                if (added.get(i).reference().equals(reference)) {
                    added.set(i, new Planned(reference, with(other, same)));
                    return;
                }
            }
            present.stream()
                    .filter(subject -> subject.reference.equals(reference))
                    .forEach(subject -> more.computeIfAbsent(subject.id, id -> new ArrayList<>())
                            .add(details(same)));
        }

        private static ImportedSubject with(ImportedSubject subject, ImportedSubject same) {
            return new ImportedSubject(
                    subject.kind(),
                    subject.roles(),
                    subject.ageBand(),
                    subject.name(),
                    Stream.of(subject.aliases().stream(), Stream.ofNullable(same.name()), same.aliases().stream())
                            .flatMap(Function.identity())
                            .filter(spelling -> !spelling.equals(subject.name()))
                            .distinct()
                            .toList(),
                    Stream.concat(subject.identifiers().stream(), same.identifiers().stream())
                            .distinct()
                            .toList(),
                    subject.rowNumber(),
                    subject.element());
        }

        private @Nullable UUID protectedAlready(ImportedSubject subject, List<ProtectedValue> values) {
            return apart.entrySet().stream()
                    .filter(entry -> entry.getValue().identifiers().stream()
                                    .anyMatch(other -> values.stream().anyMatch(value -> SameHolder.of(value, other)))
                            || entry.getValue().names().stream()
                                    .anyMatch(name -> name.equalsIgnoreCase(subject.name())
                                            || subject.aliases().stream().anyMatch(name::equalsIgnoreCase)))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        }

        private boolean standsInTheOpen(ImportedSubject subject, List<Identifier> own) {
            return present.stream()
                    .filter(other -> !other.isProtected && other.name != null)
                    .filter(other -> other.name.equalsIgnoreCase(subject.name()))
                    .anyMatch(other -> own.isEmpty()
                            || !Collections.disjoint(
                                    own,
                                    identifiers.getOrDefault(other.id, List.of()).stream()
                                            .map(ReferralIdentifier::identifier)
                                            .collect(Collectors.toSet())));
        }

        private String reference(UUID subjectId) {
            return present.stream()
                    .filter(subject -> subject.id.equals(subjectId))
                    .map(subject -> subject.reference)
                    .findFirst()
                    .orElseThrow();
        }

        private static RowError error(ImportedSubject subject, String code) {
            return new RowError(subject.rowNumber(), "subjects", code, subject.element());
        }

        static ProtectedDetails details(ImportedSubject subject) {
            return new ProtectedDetails(subject.name(), values(subject), null, subject.aliases());
        }

        private static List<ProtectedValue> values(ImportedSubject subject) {
            return subject.identifiers().stream().map(Identifier::asProtected).toList();
        }
    }
}
