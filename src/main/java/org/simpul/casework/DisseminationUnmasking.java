package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Purpose;
import org.simpul.referral.ProtectedPeople;
import org.simpul.safeguard.ProtectedCopies;
import org.simpul.safeguard.UnmaskingKind;
import org.simpul.safeguard.UnmaskingRule;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/**
 * An agency unmasks in a dissemination for LOCATE_AND_PROTECT, by an officer whom the FIU named in it and for that purpose
 * (R3). What reaches the agency as a whole opens nothing.
 */
@ApplicationScoped
class DisseminationUnmasking implements UnmaskingRule {
    private final AccessPolicy policy;
    private final DisseminationRepository repository;
    private final ProtectedCopies copies;

    DisseminationUnmasking(AccessPolicy policy, DisseminationRepository repository, ProtectedCopies copies) {
        this.policy = policy;
        this.repository = repository;
        this.copies = copies;
    }

    @Override
    public UnmaskingKind kind() {
        return UnmaskingKind.DISSEMINATION;
    }

    @Override
    public Masked find(Caller caller, UUID objectId, @Nullable Integer number, String reference) {
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = repository.find(scope, objectId).orElseThrow(Problem::notFound);
        if (caller.kind() != ParticipantKind.LAW_ENFORCEMENT
                || version.purpose != Purpose.LOCATE_AND_PROTECT
                || caller.purpose() != Purpose.LOCATE_AND_PROTECT
                || !repository.reachesPerson(scope, version, caller.person())) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        return repository.subjects(version).stream()
                .filter(subject -> subject.isProtected && subject.reference.equals(reference))
                .findFirst()
                .map(subject -> new Masked(version.id, subject.id))
                .orElseThrow(() -> Problem.invalid("object.subject", "unknown_value"));
    }

    /** A dissemination is its version. */
    @Override
    public Masked find(Caller caller, UUID objectId, UUID versionId, String reference) {
        return find(caller, objectId, (Integer) null, reference);
    }

    /** What the FIU gives to locate and protect somebody can't wait. */
    @Override
    public boolean isUrgent(Caller caller, UUID objectId) {
        return true;
    }

    /** As far as the details are within the caller's reach: who is not named in it learns nothing by trying. */
    @Override
    public boolean isToldBy(Masked subject, String text) {
        return ProtectedPeople.areToldBy(text, copies.carriedBy(subject.versionId()));
    }
}
