package org.simpul.matter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.MatterDirectory;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

@ApplicationScoped
class MatterService implements MatterDirectory {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final MatterRepository repository;
    private final AuditLog audit;
    private final InstantSource clock;

    MatterService(
            CurrentCaller current,
            AccessPolicy policy,
            MatterRepository repository,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    @NotAudited("a check inside use cases that are audited themselves")
    public boolean isLive(UUID agency, String caseReference) {
        return repository.isLive(agency, caseReference, clock.instant());
    }

    @Transactional
    MatterView register(RegisterMatter command) {
        Caller caller = current.get();
        if (repository.isTaken(caller.participantId(), command.number())) {
            throw Problem.stateConflict("matter_registered");
        }
        Matter matter = new Matter();
        matter.id = Ids.next();
        matter.owner = caller.participantId();
        matter.number = command.number();
        matter.offence = command.offence();
        matter.registeredBy = caller.person();
        matter.registeredAt = clock.instant();
        matter.expiresAt = command.expiresAt();
        repository.persist(matter);
        audit.record(MatterAct.MATTER_REGISTERED, new AuditedObject("MATTER", matter.id, matter.owner));
        return MatterView.from(matter);
    }

    @Transactional
    Page<MatterView> list(PageRequest page) {
        Caller caller = current.get();
        Page<Matter> matters =
                Page.of(repository.newest(policy.visibility(caller), page), page.size(), matter -> matter.id);
        audit.record(MatterAct.MATTER_LISTED, AuditedObject.list("MATTER"));
        return matters.map(MatterView::from);
    }
}
