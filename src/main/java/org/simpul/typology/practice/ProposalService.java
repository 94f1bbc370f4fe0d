package org.simpul.typology.practice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;
import org.simpul.typology.Editions;
import org.simpul.typology.InUse;
import org.simpul.typology.Provenance;
import org.simpul.typology.RedFlagContent;
import org.simpul.typology.TypologiesInUse;
import org.simpul.typology.Verification;

/** Red flags that institutions propose, and what the FIU answers; what enters a draft names nobody. */
@ApplicationScoped
class ProposalService {
    static final String KIND = "RED_FLAG_PROPOSAL";

    /** Alike for whatever came from practice, whoever saw it. */
    private static final Provenance FROM_PRACTICE =
            new Provenance("Simpul", null, "Practitioner background, to be checked", Verification.BACKGROUND);

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ProposalRepository repository;
    private final TypologiesInUse typologies;
    private final ParticipantDirectory directory;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    ProposalService(
            CurrentCaller current,
            AccessPolicy policy,
            ProposalRepository repository,
            TypologiesInUse typologies,
            ParticipantDirectory directory,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.typologies = typologies;
        this.directory = directory;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem STATE_CONFLICT when the typology is retired */
    @Transactional
    ProposalView propose(UUID typologyId, ProposeRedFlag command) {
        Caller caller = current.get();
        InUse version = typologies.newest(typologyId);
        Proposal proposal = new Proposal();
        proposal.id = Ids.next();
        proposal.owner = caller.participantId();
        proposal.objectId = version.versionId();
        proposal.objectOwner = version.owner();
        proposal.typologyId = typologyId;
        proposal.textId = command.text().id();
        proposal.textEn = command.text().en();
        proposal.category = command.category();
        proposal.observation = command.observation();
        proposal.proposedBy = caller.person();
        proposal.proposedAt = clock.instant();
        repository.persistAndFlush(proposal);
        tell(proposal, version.owner(), Permission.PROPOSAL_DECIDE);
        audit.record(ProposalTransition.PROPOSE.act(), audited(proposal));
        return view(proposal, null);
    }

    @Transactional
    Page<ProposalView> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<Proposal> proposals = Page.of(repository.newest(scope, page), page.size(), proposal -> proposal.id);
        Map<UUID, Decision> decisions = repository.decisions(
                scope, proposals.items().stream().map(proposal -> proposal.id).toList());
        Map<UUID, Member> members = directory.byId(
                proposals.items().stream().map(proposal -> proposal.owner).collect(Collectors.toSet()));
        audit.record(PracticeAct.RED_FLAG_PROPOSALS_LISTED, AuditedObject.list(KIND));
        return proposals.map(proposal -> ProposalView.from(
                proposal,
                decisions.get(proposal.id),
                members.get(proposal.owner).name()));
    }

    @Transactional
    ProposalView read(UUID id) {
        Visibility scope = policy.visibility(current.get());
        Proposal proposal = repository.find(scope, id).orElseThrow(Problem::notFound);
        audit.record(PracticeAct.RED_FLAG_PROPOSAL_READ, audited(proposal));
        return view(proposal, repository.decisions(scope, List.of(id)).get(id));
    }

    /**
     * Accepts it into the typology's next draft, or declines it.
     *
     * @throws Problem STATE_CONFLICT when it was decided, or the draft waits for a decision itself; INVALID for a code or
     *     weight that is missing or that the typology can't hold, or without a reason to decline
     */
    @Transactional
    ProposalView decide(UUID id, DecideProposal command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Proposal proposal = repository.find(scope, id).orElseThrow(Problem::notFound);
        if (!proposal.objectOwner.equals(caller.participantId())) {
            throw Problem.notFound();
        }
        if (!repository.decisions(scope, List.of(id)).isEmpty()) {
            throw Problem.stateConflict("proposal_decided");
        }
        boolean accepts = command.decision() == DecideProposal.Choice.ACCEPT;
        ProposalTransition step = accepts ? ProposalTransition.ACCEPT : ProposalTransition.DECLINE;
        Decision decision = new Decision();
        decision.id = Ids.next();
        decision.owner = caller.participantId();
        decision.objectId = id;
        decision.objectOwner = proposal.owner;
        decision.status = step.to(ProposalStatus.PROPOSED);
        decision.decidedBy = caller.person();
        decision.decidedAt = clock.instant();
        if (accepts) {
            typologies.takeIn(proposal.typologyId, flag(proposal, command));
            decision.redFlagCode = command.code();
        } else {
            decision.reason = command.reason();
            if (decision.reason == null || decision.reason.isBlank()) {
                throw Problem.invalid("reason", "required");
            }
        }
        repository.add(decision);
        tell(proposal, proposal.owner, Permission.RED_FLAG_PROPOSE);
        audit.record(step.act(), audited(proposal));
        return view(proposal, decision);
    }

    private static RedFlagContent flag(Proposal proposal, DecideProposal command) {
        if (command.code() == null) {
            throw Problem.invalid("code", "required");
        }
        if (command.weight() == null) {
            throw Problem.invalid("weight", "required");
        }
        return new RedFlagContent(
                command.code(),
                new Editions(proposal.textId, proposal.textEn),
                proposal.category,
                command.weight(),
                FROM_PRACTICE);
    }

    private ProposalView view(Proposal proposal, @Nullable Decision decision) {
        return ProposalView.from(
                proposal,
                decision,
                directory.byId(List.of(proposal.owner)).get(proposal.owner).name());
    }

    private void tell(Proposal proposal, UUID to, Permission permission) {
        notifications.put(new Notification(to, null, permission, KIND, proposal.id, false));
    }

    private static AuditedObject audited(Proposal proposal) {
        return new AuditedObject(KIND, proposal.id, proposal.owner);
    }
}
