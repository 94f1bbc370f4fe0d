package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.referral.ProtectedPeople;
import org.simpul.shared.Problem;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.OnwardLedger;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.DutyCalls;

/**
 * Masks, in disseminations that are sealed already, whoever a submission protects only now. They do not change; what
 * tells her is read as a reference from the next request on, by every recipient and by the FIU.
 */
@ApplicationScoped
class LateProtection {
    private final DisseminationRepository repository;
    private final IntakeRepository intakes;
    private final OnwardLedger onward;
    private final Discretion discretion;
    private final CopiedReferences references;
    private final IntakeClocks clocks;
    private final DutyCalls calls;
    private final AuditLog audit;
    private final InstantSource clock;

    LateProtection(
            DisseminationRepository repository,
            IntakeRepository intakes,
            OnwardLedger onward,
            Discretion discretion,
            CopiedReferences references,
            IntakeClocks clocks,
            DutyCalls calls,
            AuditLog audit,
            InstantSource clock) {
        this.repository = repository;
        this.intakes = intakes;
        this.onward = onward;
        this.discretion = discretion;
        this.references = references;
        this.clocks = clocks;
        this.calls = calls;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Looks through the disseminations of the intake's cases, and through all others that hold one of the values; the
     * intake then says which ones told something that nobody had masked.
     *
     * @param intake loaded for a change
     */
    @Transactional
    void mask(Visibility scope, Intake intake) {
        ProtectedPeople people = discretion.broughtBy(scope, intake);
        if (people.isEmpty()) {
            return;
        }
        List<UUID> toldIn = new ArrayList<>();
        for (DisseminationVersion version : repository.sealedThatMayTell(scope, intake, people.values())) {
            Masks known = Masks.of(repository.masks(List.of(version.id)));
            List<Discretion.Told> told = new ArrayList<>(discretion.told(version, people));
            inAddedCaveats(version, people).ifPresent(told::add);
            told.removeIf(place -> known.hide(place.rowId(), place.part()));
            if (!told.isEmpty()) {
                mask(version, told);
                toldIn.add(version.id);
            }
        }
        if (!toldIn.isEmpty()) {
            intake.toldIn(toldIn, clocks, clock.instant());
            calls.open(Permission.REFERRAL_TRIAGE, IntakeService.KIND, intake.id);
        }
    }

    /**
     * What somebody who handed it on has added to its caveats, when it tells who is protected in its case.
     *
     * @param version sealed, loaded in scope
     */
    @Transactional
    void maskAdded(Visibility scope, DisseminationVersion version) {
        Dissemination file = repository.file(scope, version).orElseThrow(Problem::notFound);
        if (Masks.of(repository.masks(List.of(version.id))).hide(version.id, MaskedPart.ADDED_CAVEATS)) {
            return;
        }
        ProtectedPeople people = discretion.keptBy(intakes.everOfCase(scope, file.caseId));
        inAddedCaveats(version, people).ifPresent(place -> mask(version, List.of(place)));
    }

    private Optional<Discretion.Told> inAddedCaveats(DisseminationVersion version, ProtectedPeople people) {
        return onward.addedCaveats(ObjectKind.DISSEMINATION_VERSION, version.id).stream()
                .flatMap(text -> people.in(text).stream())
                .findFirst()
                .map(reference -> new Discretion.Told(version.id, MaskedPart.ADDED_CAVEATS, "caveats", reference));
    }

    private void mask(DisseminationVersion version, List<Discretion.Told> told) {
        told.forEach(place -> repository
                .getEntityManager()
                .persist(DisseminationMask.of(
                        version, place.rowId(), place.part(), references.of(version, place.reference()))));
        audit.record(CaseworkAct.DISSEMINATION_MASKED, DisseminationService.audited(version));
    }
}
