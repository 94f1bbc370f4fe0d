package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.participant.federation.IdentityProvider;
import org.simpul.participant.federation.MetadataRefused;
import org.simpul.participant.federation.ProviderReader;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/**
 * The road of a change: proposed by the operator, its identity provider looked at and tried, approved by the second
 * persons, in force. The database asks for the approvals by itself once more.
 */
@ApplicationScoped
class AdmissionService {
    private static final Set<ParticipantKind> STRICT =
            Set.of(ParticipantKind.FIU, ParticipantKind.LAW_ENFORCEMENT, ParticipantKind.SUPERVISOR);

    private final CurrentCaller current;
    private final Proposals proposals;
    private final ParticipantRepository members;
    private final ParticipantChangeRepository repository;
    private final ChangeContent content;
    private final ProviderReader providers;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    AdmissionService(
            CurrentCaller current,
            Proposals proposals,
            ParticipantRepository members,
            ParticipantChangeRepository repository,
            ChangeContent content,
            ProviderReader providers,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.proposals = proposals;
        this.members = members;
        this.repository = repository;
        this.content = content;
        this.providers = providers;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** A change and the entity tag under which it is edited. */
    record Tagged(ChangeView view, String tag) {}

    @Transactional
    Page<ChangeView> list(UUID participantId, PageRequest page) {
        Participant member = members.require(participantId);
        Page<ParticipantChange> changes =
                Page.of(repository.newest(participantId, page), page.size(), change -> change.id);
        audit.record(ParticipantAct.PARTICIPANT_CHANGE_LISTED, ParticipantService.audited(member));
        return changes.map(change -> view(member, change));
    }

    @Transactional
    Tagged read(UUID participantId, UUID id) {
        Participant member = members.require(participantId);
        ParticipantChange change = repository.find(participantId, id).orElseThrow(Problem::notFound);
        audit.record(ParticipantAct.PARTICIPANT_CHANGE_READ, audited(change));
        return tagged(member, change);
    }

    /** @throws Problem STATE_CONFLICT when another change is open, or this one does not fit the participant's status */
    @Transactional
    Tagged propose(UUID participantId, ProposeChange command) {
        Participant member = members.require(participantId);
        if (!command.change().fits(member.status)) {
            throw Problem.stateConflict("not_in_status");
        }
        if (repository.isOpen(participantId)) {
            throw Problem.stateConflict("change_is_open");
        }
        Institution institution = Institution.of(command.institution());
        requireNameFree(member, institution);
        ParticipantChange change = proposals.propose(member, command.change(), institution);
        repository.flush();
        audit.record(ParticipantAct.PARTICIPANT_CHANGE_PROPOSED, audited(change), change.digest);
        return tagged(member, change);
    }

    /** Edits an open change: what was checked or approved before counts no longer. */
    @Transactional
    Tagged edit(UUID participantId, UUID id, InstitutionForm form, @Nullable String ifMatch) {
        Participant member = members.require(participantId);
        ParticipantChange change = open(participantId, id);
        EntityTags.requireMatch(ifMatch, change.revision);
        Institution institution = Institution.of(form);
        requireNameFree(member, institution);
        content.write(change, institution);
        repository.flush();
        audit.record(ParticipantAct.PARTICIPANT_CHANGE_EDITED, audited(change), change.digest);
        return tagged(member, change);
    }

    /** Takes the metadata of a provider that the hub can't reach. */
    @Transactional
    Tagged metadata(UUID participantId, UUID id, String document, @Nullable String ifMatch) {
        Participant member = members.require(participantId);
        ParticipantChange change = open(participantId, id);
        EntityTags.requireMatch(ifMatch, change.revision);
        Institution institution = content.read(change);
        if (institution.identityProvider().metadataUrl() != null) {
            throw Problem.stateConflict("metadata_has_an_address");
        }
        content.write(change, institution.with(institution.identityProvider().withMetadata(document)));
        repository.flush();
        audit.record(ParticipantAct.PARTICIPANT_METADATA_RECEIVED, audited(change), change.digest);
        return tagged(member, change);
    }

    /**
     * Looks at the identity provider, and writes its metadata down as part of what is approved. An applicant's provider
     * then goes into Keycloak, so that its sign-in can be tried.
     *
     * @return the change; what was found wrong is in its findings, and was written down as well
     */
    @Transactional
    ChangeView check(UUID participantId, UUID id) {
        Participant member = members.require(participantId);
        ParticipantChange change = open(participantId, id);
        Institution institution = content.read(change);
        List<String> findings = new ArrayList<>();
        try {
            IdentityProvider seen = providers.check(institution.identityProvider());
            requireOwn(member, seen);
            content.write(change, institution.with(seen));
        } catch (MetadataRefused e) {
            findings.add(e.code());
        }
        change.checkedAt = clock.instant();
        change.findings = findings.toArray(String[]::new);
        repository.flush();
        if (findings.isEmpty() && change.change == ChangeKind.ADMISSION) {
            repository.tryOut(id);
        }
        if (findings.isEmpty()) {
            askForApproval(change);
        }
        audit.record(ParticipantAct.PARTICIPANT_CHECKED, audited(change), change.digest + " " + findings);
        return view(member, change);
    }

    /** Nobody decides on its own institution. */
    private void askForApproval(ParticipantChange change) {
        members.approvers().stream()
                .filter(approver -> !approver.id.equals(change.participantId))
                .forEach(approver -> notifications.put(new Notification(
                        approver.id, null, Permission.PARTICIPANT_APPROVE, "PARTICIPANT_CHANGE", change.id, false)));
    }

    /** One institution's provider is nobody else's: its people would come in twice, and as somebody else. */
    private void requireOwn(Participant member, IdentityProvider seen) throws MetadataRefused {
        String name = providers.read(seen).name();
        for (IdentityProvider other : members.otherProviders(member.id)) {
            if (providers.read(other).name().equals(name)) {
                throw new MetadataRefused("provider_of_another");
            }
        }
    }

    @Transactional
    void withdraw(UUID participantId, UUID id) {
        members.require(participantId);
        ParticipantChange change = open(participantId, id);
        change.status = ChangeStatus.WITHDRAWN;
        change.decidedAt = clock.instant();
        repository.flush();
        audit.record(ParticipantAct.PARTICIPANT_CHANGE_WITHDRAWN, audited(change));
    }

    /**
     * A second person's word. The last one that is needed puts the change in force.
     *
     * @throws Problem STATE_CONFLICT when the change is decided or was changed after it was read, INCOMPLETE when its
     *     provider has not been checked, or an applicant's not been tried
     */
    @Transactional
    ChangeView decide(UUID participantId, UUID id, DecideOnChange command) {
        Caller caller = current.get();
        Participant member = members.require(participantId);
        repository.queue(id);
        ParticipantChange change = repository.find(participantId, id).orElseThrow(Problem::notFound);
        FourEyes.require(caller, List.of(change.proposedBy));
        if (change.status != ChangeStatus.PROPOSED) {
            throw Problem.stateConflict("not_pending");
        }
        if (!change.digest.equals(command.digest())) {
            throw Problem.stateConflict("content_changed");
        }
        if (command.decision() == DecideOnChange.Choice.APPROVE) {
            approve(caller, member, change);
        } else {
            decline(change, command.reason());
        }
        repository.getEntityManager().refresh(change);
        return view(member, change);
    }

    private void approve(Caller caller, Participant member, ParticipantChange change) {
        requireReady(member, change);
        repository.approve(change, caller.participantId(), caller.person(), clock.instant());
        audit.record(ParticipantAct.PARTICIPANT_CHANGE_APPROVED, audited(change), change.digest);
        if (repository.isApproved(change.id)) {
            repository.putInForce(change.id);
            audit.record(
                    switch (change.change) {
                        case ADMISSION -> ParticipantAct.PARTICIPANT_ADMITTED;
                        case AMENDMENT -> ParticipantAct.PARTICIPANT_AMENDED;
                        case REINSTATEMENT -> ParticipantAct.PARTICIPANT_REINSTATED;
                    },
                    ParticipantService.audited(member),
                    change.digest);
        }
    }

    private void decline(ParticipantChange change, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "required");
        }
        repository.decline(change.id, reason);
        audit.record(ParticipantAct.PARTICIPANT_CHANGE_DECLINED, audited(change), reason);
    }

    private static void requireReady(Participant member, ParticipantChange change) {
        if (!change.change.fits(member.status)) {
            throw Problem.stateConflict("not_in_status");
        }
        List<Violation> missing = new ArrayList<>();
        if (change.checkedAt == null || change.findings.length > 0) {
            missing.add(new Violation("identity_provider", "not_checked"));
        }
        if (change.change == ChangeKind.ADMISSION && member.testSignInAt == null) {
            missing.add(new Violation("identity_provider", "not_tried"));
        }
        if (!missing.isEmpty()) {
            throw Problem.incomplete(missing);
        }
    }

    private ParticipantChange open(UUID participantId, UUID id) {
        ParticipantChange change = repository.find(participantId, id).orElseThrow(Problem::notFound);
        if (change.status != ChangeStatus.PROPOSED) {
            throw Problem.stateConflict("not_pending");
        }
        return repository.hold(participantId, id).orElseThrow(() -> Problem.stateConflict("not_pending"));
    }

    private void requireNameFree(Participant member, Institution institution) {
        if (members.count("name = ?1 and id <> ?2", institution.name(), member.id) > 0) {
            throw Problem.taken("institution.name", "taken_by_a_member");
        }
    }

    private Tagged tagged(Participant member, ParticipantChange change) {
        return new Tagged(view(member, change), EntityTags.of(change.revision));
    }

    private ChangeView view(Participant member, ParticipantChange change) {
        Institution institution = content.read(change);
        return ChangeView.from(
                change,
                institution,
                provider(institution.identityProvider()),
                repository.approvedBy(change),
                needed(member.kind, institution.kind()));
    }

    private ProviderView provider(IdentityProvider provider) {
        try {
            return ProviderView.from(provider, provider.metadata() == null ? null : providers.read(provider));
        } catch (MetadataRefused e) {
            return ProviderView.from(provider, null);
        }
    }

    /** The FIU or the overseer; where an FIU, an agency or a supervisor is or becomes one, each of the two there is. */
    private List<String> needed(ParticipantKind is, ParticipantKind becomes) {
        List<String> approvers = members.approvers().stream()
                .map(approver -> approver.kind.name())
                .distinct()
                .sorted()
                .toList();
        return STRICT.contains(is) || STRICT.contains(becomes) ? approvers : List.of(String.join(" or ", approvers));
    }

    private static AuditedObject audited(ParticipantChange change) {
        return new AuditedObject("PARTICIPANT_CHANGE", change.id, change.participantId);
    }
}
