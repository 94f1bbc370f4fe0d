package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;
import org.simpul.audit.Act;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;

/** The operator's side of membership: who applies, who is in, who is shut out. What opens takes second persons. */
@ApplicationScoped
class ParticipantService {
    private final ParticipantRepository repository;
    private final Proposals proposals;
    private final AuditLog audit;
    private final InstantSource clock;

    ParticipantService(ParticipantRepository repository, Proposals proposals, AuditLog audit, InstantSource clock) {
        this.repository = repository;
        this.proposals = proposals;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem STATE_CONFLICT when the alias or the name is another institution's */
    @Transactional
    ParticipantView apply(ApplicationForm form) {
        Institution institution = Institution.of(form.institution());
        if (repository.count("alias", form.alias()) > 0) {
            throw Problem.taken("alias", "taken_by_a_member");
        }
        if (repository.count("name", institution.name()) > 0) {
            throw Problem.taken("institution.name", "taken_by_a_member");
        }
        Participant applicant = new Participant();
        applicant.id = Ids.next();
        applicant.alias = form.alias();
        applicant.name = institution.name();
        applicant.kind = institution.kind();
        applicant.sector = institution.sector();
        applicant.jurisdiction = institution.jurisdiction();
        applicant.status = ParticipantStatus.APPLIED;
        applicant.allowedRoles = institution.roles().toArray(String[]::new);
        applicant.agreementReference = institution.agreement().reference();
        applicant.agreementDate = institution.agreement().date();
        applicant.createdAt = clock.instant();
        repository.persist(applicant);
        repository.flush();
        proposals.propose(applicant, ChangeKind.ADMISSION, institution);
        audit.record(ParticipantAct.PARTICIPANT_APPLIED, audited(applicant));
        return ParticipantView.from(applicant);
    }

    @Transactional
    Page<ParticipantView> list(@Nullable ParticipantStatus status, PageRequest page) {
        Page<Participant> members = Page.of(repository.newest(status, page), page.size(), member -> member.id);
        audit.record(ParticipantAct.PARTICIPANT_LISTED, AuditedObject.list("PARTICIPANT"));
        return members.map(ParticipantView::from);
    }

    @Transactional
    ParticipantView read(UUID id) {
        Participant member = repository.require(id);
        audit.record(ParticipantAct.PARTICIPANT_READ, audited(member));
        return ParticipantView.from(member);
    }

    /** Shuts an institution out: from the next request on nobody of it, person or machine, is let in. */
    @Transactional
    ParticipantView suspend(UUID id, CloseParticipant command) {
        return close(id, ParticipantStatus.SUSPENDED, ParticipantAct.PARTICIPANT_SUSPENDED, command);
    }

    /** Takes an institution out for good, or an application back; what it did stays. */
    @Transactional
    ParticipantView leave(UUID id, CloseParticipant command) {
        return close(id, ParticipantStatus.LEFT, ParticipantAct.PARTICIPANT_LEFT, command);
    }

    private ParticipantView close(UUID id, ParticipantStatus status, Act act, CloseParticipant command) {
        Participant member = repository.require(id);
        if (member.kind == ParticipantKind.OPERATOR) {
            throw Problem.stateConflict("operator_stays");
        }
        if (!member.mayBecome(status)) {
            throw Problem.stateConflict("not_in_status");
        }
        if (repository.approvers().stream().allMatch(approver -> approver.id.equals(id))) {
            throw Problem.stateConflict("last_approver");
        }
        repository.close(id, status);
        repository.getEntityManager().refresh(member);
        audit.record(act, audited(member), command.reason());
        return ParticipantView.from(member);
    }

    static AuditedObject audited(Participant member) {
        return new AuditedObject("PARTICIPANT", member.id, member.id);
    }
}
