package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.referral.AskToPreserve;
import org.simpul.referral.Preservation;
import org.simpul.referral.PreservationView;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/**
 * Asks a submitter to keep what it holds. In every status of the intake alike, and without moving it: that the FIU asks
 * tells nothing of what it does with the referral.
 */
@ApplicationScoped
class PreservationDeskService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final IntakeRepository intakes;
    private final Preservation preservation;
    private final AuditLog audit;

    PreservationDeskService(
            CurrentCaller current,
            AccessPolicy policy,
            IntakeRepository intakes,
            Preservation preservation,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.intakes = intakes;
        this.preservation = preservation;
        this.audit = audit;
    }

    /** @throws Problem NOT_FOUND, INVALID for an item that the submission does not list or a day that has passed */
    @Transactional
    PreservationView ask(UUID intakeId, AskToPreserve ask) {
        Intake intake = find(intakeId);
        PreservationView asked = preservation.ask(intake.versionId, ask);
        audit.record(CaseworkAct.INTAKE_PRESERVATION_ASKED, IntakeService.audited(intake));
        return asked;
    }

    @Transactional
    Page<PreservationView> list(UUID intakeId, PageRequest page) {
        Intake intake = find(intakeId);
        Page<PreservationView> asked = preservation.list(intake.referralId, page);
        audit.record(CaseworkAct.INTAKE_PRESERVATION_READ, IntakeService.audited(intake));
        return asked;
    }

    private Intake find(UUID id) {
        Caller caller = current.get();
        return intakes.find(policy.visibility(caller), id).orElseThrow(Problem::notFound);
    }
}
