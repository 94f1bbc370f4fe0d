package org.simpul.referral.basis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantKind;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.typology.Bilingual;

/** The list of legal bases: read by all who share, proposed and decided on by two persons of the FIU. */
@ApplicationScoped
class LegalBasisService {
    private static final String KIND = "LEGAL_BASIS";

    private final CurrentCaller current;
    private final LegalBasisRepository repository;
    private final ContentDigests digests;
    private final AuditLog audit;
    private final InstantSource clock;

    LegalBasisService(
            CurrentCaller current,
            LegalBasisRepository repository,
            ContentDigests digests,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.repository = repository;
        this.digests = digests;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    List<LegalBasisView> list(@Nullable BasisStatus status, @Nullable BasisUse use) {
        Caller caller = current.get();
        List<LegalBasis> found = repository.list(caller, status == null ? BasisStatus.APPROVED : status, use);
        audit.record(BasisAct.LEGAL_BASIS_LISTED, AuditedObject.list(KIND));
        return found.stream().map(basis -> view(caller, basis)).toList();
    }

    /** What was declined can be proposed anew, under its old code; what was retired keeps its code for good. */
    @Transactional
    LegalBasisView propose(ProposeLegalBasis form) {
        Caller caller = current.get();
        LegalBasis basis = repository.lock(caller, form.code()).orElseGet(LegalBasis::new);
        basis.propose(form, caller.person(), clock.instant());
        if (basis.id == null) {
            basis.id = Ids.next();
            repository.persist(basis);
        }
        audit.record(BasisStep.PROPOSE.act(), object(caller, basis), basis.code);
        return view(caller, basis);
    }

    /**
     * @throws Problem NOT_FOUND, STATE_CONFLICT when the digest is another's; as {@link LegalBasis#take}
     */
    @Transactional
    LegalBasisView decide(String code, DecideOnLegalBasis decision) {
        Caller caller = current.get();
        LegalBasis basis = repository.lock(caller, code).orElseThrow(Problem::notFound);
        BasisStep step = decision.decision().step();
        basis.take(step, caller, clock.instant());
        if (step == BasisStep.APPROVE) {
            requireDigest(basis, decision.digest());
        }
        audit.record(step.act(), object(caller, basis), basis.code);
        return view(caller, basis);
    }

    private void requireDigest(LegalBasis basis, @Nullable String named) {
        if (named == null) {
            throw Problem.invalid("digest", "required");
        }
        if (!digest(basis).equals(named)) {
            throw Problem.stateConflict("content_changed");
        }
    }

    private LegalBasisView view(Caller caller, LegalBasis basis) {
        return new LegalBasisView(
                basis.code,
                new Bilingual(basis.titleId, basis.titleEn),
                basis.source,
                basis.usedFor(),
                basis.status,
                basis.isToBeRetired() && caller.kind() == ParticipantKind.FIU,
                digest(basis));
    }

    private String digest(LegalBasis basis) {
        return digests.of(Map.of(
                "code",
                basis.code,
                "title",
                new Bilingual(basis.titleId, basis.titleEn),
                "source",
                basis.source,
                "uses",
                basis.usedFor()));
    }

    private static AuditedObject object(Caller caller, LegalBasis basis) {
        return new AuditedObject(KIND, basis.id, caller.participantId());
    }
}
