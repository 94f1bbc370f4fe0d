package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.audit.AuditedObject;
import org.simpul.safeguard.ProtectedValue;
import org.simpul.safeguard.SubjectDigests;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** What every use case in a case begins with: whether the caller sees it, and whether it works on it. */
@ApplicationScoped
public class Cases {
    public static final String KIND = "CASE";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final CaseRepository repository;
    private final IntakeRepository intakes;
    private final CaseTexts texts;
    private final SubjectDigests digests;
    private final InstantSource clock;

    Cases(
            CurrentCaller current,
            AccessPolicy policy,
            CaseRepository repository,
            IntakeRepository intakes,
            CaseTexts texts,
            SubjectDigests digests,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.intakes = intakes;
        this.texts = texts;
        this.digests = digests;
        this.clock = clock;
    }

    /** A case that the caller sees. */
    public record Seen(UUID id, UUID owner, boolean restricted) {

        public AuditedObject audited() {
            return new AuditedObject(KIND, id, owner);
        }
    }

    /** The newest submitted version of an intake of a case, and whose it is. */
    public record Source(UUID intakeId, UUID referralId, UUID versionId, UUID submitter) {}

    /**
     * @param caseId an expression of the query
     * @return an HQL condition that holds for a case that the caller sees
     */
    public static String seen(Visibility scope, String caseId) {
        return "%s in (select c.id from CaseFile c where c.id = %s and %s)"
                .formatted(caseId, caseId, scope.ownedWithinTeam("c"));
    }

    /** @throws Problem NOT_FOUND when it is absent or hidden */
    public Seen see(UUID id) {
        return seen(repository.find(scope(), id).orElseThrow(Problem::notFound));
    }

    /**
     * For a change of what hangs on it: it can't be closed until the commit.
     *
     * @throws Problem NOT_FOUND, FORBIDDEN for who is neither on the team nor a supervisor, STATE_CONFLICT when it is
     *     closed
     */
    public Seen workOn(UUID id) {
        CaseFile file = repository.lock(scope(), id).orElseThrow(Problem::notFound);
        requireWorker(file);
        file.requireOpen();
        return seen(file);
    }

    /** @throws Problem FORBIDDEN for who is neither on the team nor a supervisor */
    void requireWorker(CaseFile file) {
        Caller caller = current.get();
        if (!caller.may(Permission.CASE_GRANT)
                && !repository.members(scope(), file.id).contains(caller.person())) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }

    public List<UUID> team(Seen file) {
        return repository.members(scope(), file.id());
    }

    public boolean isOnTheTeam(Seen file, UUID person) {
        return repository.isMember(scope(), file.id(), person);
    }

    /** @throws Problem INVALID when the text tells who is protected in a submission of the case */
    public void requireUntold(Seen file, String field, @Nullable String text) {
        if (text != null && texts.protectedIn(file.id()).in(text).isPresent()) {
            throw Problem.invalid(field, "tells_protected_subject");
        }
    }

    /** What its rows come from. */
    public List<Source> sources(Seen file) {
        return intakes.ofCase(scope(), file.id()).stream().map(Cases::source).toList();
    }

    /** The intakes of referrals, as far as they are seen. */
    public List<Source> sourcesOf(List<UUID> referralIds) {
        return intakes.ofReferrals(scope(), referralIds).stream()
                .map(Cases::source)
                .toList();
    }

    /** The referrals, of whatever case, that protect somebody to whom one of the values leads; told by digests alone. */
    public List<UUID> protecting(Collection<ProtectedValue> values) {
        return intakes.referralsOf(scope(), digests.holding(current.get().participantId(), values));
    }

    /** Puts it into the timeline, as the current caller's. */
    public void tell(Seen file, CaseEventKind kind, @Nullable UUID subject, @Nullable String detail) {
        tell(file.id(), file.owner(), kind, subject, detail);
    }

    void tell(CaseFile file, CaseEventKind kind, @Nullable UUID subject, @Nullable String detail) {
        tell(file.id, file.owner, kind, subject, detail);
    }

    private void tell(UUID file, UUID owner, CaseEventKind kind, @Nullable UUID subject, @Nullable String detail) {
        CaseEvent event = new CaseEvent();
        event.id = Ids.next();
        event.owner = owner;
        event.caseId = file;
        event.kind = kind;
        event.subjectId = subject;
        event.personId = current.get().personId();
        event.detail = detail;
        event.at = clock.instant();
        repository.getEntityManager().persist(event);
    }

    Seen seen(CaseFile file) {
        return new Seen(file.id, file.owner, file.restricted);
    }

    private static Source source(Intake intake) {
        return new Source(intake.id, intake.referralId, intake.versionId, intake.referralOwner);
    }

    /** @return an HQL condition that holds for the id of a case that the caller sees */
    public static String seenWithin(Visibility scope, String caseId) {
        return "(select 1 from CaseFile k where k.id = %s and %s) = 1".formatted(caseId, scope.ownedWithinTeam("k"));
    }

    private Visibility scope() {
        return policy.visibility(current.get());
    }
}
