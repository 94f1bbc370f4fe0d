package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.referral.ProtectedPeople;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.DutyCalls;

/**
 * Masks, in disseminations that are sealed already, whoever a submission protects only now. They do not change; what
 * tells her is read as a reference from the next request on, by every recipient and by the FIU.
 */
@ApplicationScoped
class LateProtection {
    private final DisseminationRepository repository;
    private final Discretion discretion;
    private final CopiedReferences references;
    private final IntakeClocks clocks;
    private final DutyCalls calls;
    private final AuditLog audit;
    private final InstantSource clock;

    LateProtection(
            DisseminationRepository repository,
            Discretion discretion,
            CopiedReferences references,
            IntakeClocks clocks,
            DutyCalls calls,
            AuditLog audit,
            InstantSource clock) {
        this.repository = repository;
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
        ProtectedPeople people = discretion.keptBy(List.of(intake));
        if (people.isEmpty()) {
            return;
        }
        List<UUID> toldIn = new ArrayList<>();
        for (DisseminationVersion version : repository.sealedThatMayTell(scope, intake, people.values())) {
            Masks known = Masks.of(repository.masks(List.of(version.id)));
            List<Discretion.Told> told = discretion.told(version, people).stream()
                    .filter(place -> !known.hide(place.rowId(), place.part()))
                    .toList();
            if (!told.isEmpty()) {
                told.forEach(place -> repository
                        .getEntityManager()
                        .persist(DisseminationMask.of(
                                version, place.rowId(), place.part(), references.of(version, place.reference()))));
                toldIn.add(version.id);
                audit.record(CaseworkAct.DISSEMINATION_MASKED, DisseminationService.audited(version));
            }
        }
        if (!toldIn.isEmpty()) {
            intake.toldIn(toldIn, clocks, clock.instant());
            calls.open(Permission.REFERRAL_TRIAGE, IntakeService.KIND, intake.id);
        }
    }
}
