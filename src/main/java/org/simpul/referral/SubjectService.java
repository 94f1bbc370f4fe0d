package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.identifier.Identifier;
import org.simpul.referral.OpenDrafts.Draft;
import org.simpul.safeguard.ProtectedDetails;
import org.simpul.safeguard.ProtectedSubjects;
import org.simpul.safeguard.ProtectedValue;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.shared.Reference;

/** Who a draft speaks about; whoever must be protected goes to the safeguard and is masked everywhere else. */
@ApplicationScoped
class SubjectService {
    private static final int MOST_SUBJECTS = 200;

    private final OpenDrafts drafts;
    private final SubjectRepository subjects;
    private final ProtectedSubjects protectedSubjects;
    private final Masking masking;
    private final TellingTexts telling;
    private final AuditLog audit;

    SubjectService(
            OpenDrafts drafts,
            SubjectRepository subjects,
            ProtectedSubjects protectedSubjects,
            Masking masking,
            TellingTexts telling,
            AuditLog audit) {
        this.drafts = drafts;
        this.subjects = subjects;
        this.protectedSubjects = protectedSubjects;
        this.masking = masking;
        this.telling = telling;
        this.audit = audit;
    }

    @Transactional
    Edited<SubjectView> add(UUID referralId, @Nullable String ifMatch, SubjectInput input) {
        Draft draft = drafts.open(referralId, ifMatch);
        ReferralVersion version = draft.version();
        if (subjects.count("versionId", version.id) >= MOST_SUBJECTS) {
            throw Problem.invalid("subjects", "too_many");
        }
        ReferralSubject subject = new ReferralSubject();
        subject.id = Ids.next();
        subject.owner = version.owner;
        subject.versionId = version.id;
        subject.position = subjects.nextPosition(version);
        subject.reference = Reference.random("S");
        List<Identifier> identifiers = input.canonical();
        requireApart(version, subject, input, identifiers);
        telling.refuse(version.id, subject.id, input, identifiers);
        write(subject, input);
        subjects.persistAndFlush(subject);
        SubjectView view = place(draft, subject, input, identifiers);
        audit.record(ReferralAct.REFERRAL_SUBJECT_ADDED, object(subject));
        return new Edited<>(view, draft.referral().revision);
    }

    @Transactional
    Edited<SubjectView> edit(UUID referralId, UUID subjectId, @Nullable String ifMatch, SubjectInput input) {
        Draft draft = drafts.open(referralId, ifMatch);
        ReferralSubject subject = subjects.of(draft.version(), subjectId).orElseThrow(Problem::notFound);
        List<Identifier> identifiers = input.canonical();
        requireApart(draft.version(), subject, input, identifiers);
        telling.refuse(draft.version().id, subject.id, input, identifiers);
        subjects.deleteIdentifiers(subject);
        if (!input.isProtected()) {
            protectedSubjects.remove(subject.id);
        }
        write(subject, input);
        SubjectView view = place(draft, subject, input, identifiers);
        audit.record(ReferralAct.REFERRAL_SUBJECT_EDITED, object(subject));
        return new Edited<>(view, draft.referral().revision);
    }

    /** @return the revision that the referral has now */
    @Transactional
    long remove(UUID referralId, UUID subjectId, @Nullable String ifMatch) {
        Draft draft = drafts.open(referralId, ifMatch);
        ReferralSubject subject = subjects.of(draft.version(), subjectId).orElseThrow(Problem::notFound);
        // what it masked stays masked: that it is no longer named does not make it less of a child
        masking.mask(draft.version().id, subject.id);
        protectedSubjects.remove(subject.id);
        subjects.deleteIdentifiers(subject);
        subjects.delete(subject);
        drafts.written(draft);
        audit.record(ReferralAct.REFERRAL_SUBJECT_REMOVED, object(subject));
        return draft.referral().revision;
    }

    private static void write(ReferralSubject subject, SubjectInput input) {
        boolean apart = input.isProtected();
        subject.kind = input.kind();
        subject.roles = input.roles().stream().sorted().map(Enum::name).toArray(String[]::new);
        subject.isProtected = apart;
        subject.name = apart ? null : input.name();
        subject.ageBand = input.ageBand();
        subject.remarks = apart ? null : input.remarks();
    }

    private SubjectView place(Draft draft, ReferralSubject subject, SubjectInput input, List<Identifier> identifiers) {
        List<ReferralIdentifier> open = List.of();
        if (input.isProtected()) {
            ProtectedDetails before =
                    protectedSubjects.bySubject(subject.versionId).get(subject.id);
            protectedSubjects.store(
                    subject.versionId,
                    subject.owner,
                    subject.id,
                    new ProtectedDetails(
                            input.name(),
                            identifiers.stream().map(Identifier::asProtected).toList(),
                            input.remarks(),
                            before == null ? List.of() : before.aliases()));
        } else {
            open = identifiers.stream()
                    .map(identifier -> ReferralIdentifier.of(subject, identifier))
                    .toList();
            open.forEach(subjects::persist);
        }
        if (input.isProtected()) {
            masking.mask(subject.versionId, subject.id);
        }
        drafts.written(draft);
        return SubjectView.from(subject, open);
    }

    /**
     * What belongs to a protected subject stands nowhere else in the referral: an open subject that shared its account
     * or number would tell it.
     */
    private void requireApart(
            ReferralVersion version, ReferralSubject subject, SubjectInput input, List<Identifier> identifiers) {
        Set<ProtectedValue> taken = input.isProtected()
                ? subjects.identifiers(version).values().stream()
                        .flatMap(List::stream)
                        .filter(row -> !row.subjectId.equals(subject.id))
                        .map(row -> row.identifier().asProtected())
                        .collect(Collectors.toSet())
                : protectedSubjects.bySubject(version.id).entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(subject.id))
                        .flatMap(entry -> entry.getValue().identifiers().stream())
                        .collect(Collectors.toSet());
        List<Violation> violations = IntStream.range(0, identifiers.size())
                .filter(i -> {
                    ProtectedValue value = identifiers.get(i).asProtected();
                    return taken.stream().anyMatch(other -> SameHolder.of(value, other));
                })
                .mapToObj(i -> new Violation("identifiers[" + i + "].value", "shared_with_protected"))
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private static AuditedObject object(ReferralSubject subject) {
        return new AuditedObject("REFERRAL_SUBJECT", subject.id, subject.owner);
    }
}
