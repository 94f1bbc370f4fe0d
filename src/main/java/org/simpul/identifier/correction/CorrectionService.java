package org.simpul.identifier.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.list.ListCorrections;
import org.simpul.identifier.list.ReceivedLists;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Corrections that readers of a list propose, and what its owner answers; what enters a draft names nobody. */
@ApplicationScoped
class CorrectionService {
    static final String KIND = "IDENTIFIER_CORRECTION";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final CorrectionRepository repository;
    private final ReceivedLists received;
    private final ListCorrections lists;
    private final FalsePositiveService falsePositives;
    private final ParticipantDirectory directory;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    CorrectionService(
            CurrentCaller current,
            AccessPolicy policy,
            CorrectionRepository repository,
            ReceivedLists received,
            ListCorrections lists,
            FalsePositiveService falsePositives,
            ParticipantDirectory directory,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.received = received;
        this.lists = lists;
        this.falsePositives = falsePositives;
        this.directory = directory;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem NOT_FOUND for a list that does not reach us, INVALID for what does not stand on it, or when the
     *     right identifier is missing or should not be there
     */
    @Transactional
    CorrectionView propose(UUID listId, ProposeCorrection command) {
        Caller caller = current.get();
        UUID listOwner = received.ownerOfRead(listId).orElseThrow(Problem::notFound);
        Identifier identifier = command.identifier().canonical("identifier");
        if (!received.holds(listId, identifier)) {
            throw Problem.invalid("identifier", "not_on_the_list");
        }
        Correction correction = new Correction();
        correction.id = Ids.next();
        correction.owner = caller.participantId();
        correction.objectId = listId;
        correction.objectOwner = listOwner;
        correction.type = identifier.type();
        correction.scope = identifier.scope();
        correction.value = identifier.value();
        correction.kind = command.kind();
        Identifier right = right(command, identifier);
        if (right != null) {
            correction.rightType = right.type();
            correction.rightScope = right.scope();
            correction.rightValue = right.value();
        }
        correction.reason = command.reason();
        correction.proposedBy = caller.person();
        correction.proposedAt = clock.instant();
        repository.persistAndFlush(correction);
        tell(correction, listOwner, Permission.PROPOSAL_DECIDE);
        audit.record(CorrectionTransition.PROPOSE.act(), audited(correction));
        return view(correction, null);
    }

    private static @Nullable Identifier right(ProposeCorrection command, Identifier wrong) {
        if (!command.kind().namesTheRightOne()) {
            if (command.right() != null) {
                throw Problem.invalid("right", "not_for_this_kind");
            }
            return null;
        }
        if (command.right() == null) {
            throw Problem.invalid("right", "required");
        }
        Identifier right = command.right().canonical("right");
        if (right.equals(wrong)) {
            throw Problem.invalid("right", "the_same");
        }
        return right;
    }

    @Transactional
    Page<CorrectionView> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<Correction> corrections =
                Page.of(repository.newest(scope, page), page.size(), correction -> correction.id);
        Map<UUID, CorrectionDecision> decisions = repository.decisions(
                scope,
                corrections.items().stream().map(correction -> correction.id).toList());
        Map<UUID, Member> members = directory.byId(
                corrections.items().stream().map(correction -> correction.owner).collect(Collectors.toSet()));
        audit.record(CorrectionAct.IDENTIFIER_CORRECTIONS_LISTED, AuditedObject.list(KIND));
        return corrections.map(correction -> CorrectionView.of(
                correction,
                decisions.get(correction.id),
                members.get(correction.owner).name()));
    }

    @Transactional
    CorrectionView read(UUID id) {
        Visibility scope = policy.visibility(current.get());
        Correction correction = repository.find(scope, id).orElseThrow(Problem::notFound);
        audit.record(CorrectionAct.IDENTIFIER_CORRECTION_READ, audited(correction));
        return view(correction, repository.decisions(scope, List.of(id)).get(id));
    }

    /**
     * Puts the list right in its open draft, or declines to. A confirmed false positive leaves every list of the owner's.
     *
     * @throws Problem NOT_FOUND, SAME_PERSON for who proposed it, STATE_CONFLICT when it was decided, or a draft can't
     *     take it
     */
    @Transactional
    CorrectionView decide(UUID id, DecideOnCorrection command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Correction correction = repository.find(scope, id).orElseThrow(Problem::notFound);
        if (!correction.objectOwner.equals(caller.participantId())) {
            throw Problem.notFound();
        }
        if (!repository.decisions(scope, List.of(id)).isEmpty()) {
            throw Problem.stateConflict("proposal_decided");
        }
        FourEyes.require(caller, List.of(correction.proposedBy));
        boolean accepts = command.decision() == DecideOnCorrection.Choice.ACCEPT;
        CorrectionTransition step = accepts ? CorrectionTransition.ACCEPT : CorrectionTransition.DECLINE;
        CorrectionDecision decision = new CorrectionDecision();
        decision.id = Ids.next();
        decision.owner = caller.participantId();
        decision.objectId = id;
        decision.objectOwner = correction.owner;
        decision.status = step.to(CorrectionStatus.PROPOSED);
        decision.reason = command.reason();
        decision.decidedBy = caller.person();
        decision.decidedAt = clock.instant();
        repository.add(decision);
        if (accepts) {
            apply(correction, caller);
        }
        tell(correction, correction.owner, Permission.IDENTIFIER_PROPOSE);
        audit.record(step.act(), audited(correction));
        return view(correction, decision);
    }

    private void apply(Correction correction, Caller caller) {
        // who in another institution proposed it is told to nobody, not even by a draft
        List<UUID> writers = correction.owner.equals(caller.participantId())
                ? Stream.of(correction.proposedBy, caller.person()).toList()
                : List.of(caller.person());
        if (correction.kind == CorrectionKind.FALSE_POSITIVE) {
            lists.withdraw(correction.identifier(), writers);
            falsePositives.confirm(correction);
        } else {
            lists.correct(correction.objectId, correction.identifier(), correction.right(), writers);
        }
    }

    private CorrectionView view(Correction correction, @Nullable CorrectionDecision decision) {
        return CorrectionView.of(
                correction,
                decision,
                directory.byId(List.of(correction.owner)).get(correction.owner).name());
    }

    private void tell(Correction correction, UUID to, Permission permission) {
        notifications.put(new Notification(to, null, permission, KIND, correction.id, false));
    }

    private static AuditedObject audited(Correction correction) {
        return new AuditedObject(KIND, correction.id, correction.owner);
    }
}
