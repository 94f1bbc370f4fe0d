package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.referral.MessageView;
import org.simpul.referral.Messages;
import org.simpul.referral.VersionDifferences;
import org.simpul.referral.VersionHistory;
import org.simpul.referral.VersionSummary;
import org.simpul.referral.WriteMessage;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/** What lies beside a submission: what was written to and fro, and the versions before. */
@ApplicationScoped
class IntakeFileService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final IntakeRepository repository;
    private final Discretion discretion;
    private final Messages messages;
    private final VersionHistory history;
    private final AuditLog audit;

    IntakeFileService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            IntakeRepository repository,
            Discretion discretion,
            Messages messages,
            VersionHistory history,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.repository = repository;
        this.discretion = discretion;
        this.messages = messages;
        this.history = history;
        this.audit = audit;
    }

    @Transactional
    Page<MessageView> messages(UUID id, PageRequest page) {
        Intake intake = find(id);
        Page<MessageView> rows = messages.list(intake.referralId, intake.referralOwner, page);
        audit.record(CaseworkAct.INTAKE_MESSAGES_READ, IntakeService.audited(intake));
        return rows;
    }

    @Transactional
    MessageView write(UUID id, WriteMessage message) {
        Intake intake = find(id);
        // who is protected in one submission of a case is protected in all of them, and another bank's child is no word
        // here
        if (discretion
                .peopleOf(repository.besideIt(policy.visibility(current.get()), intake))
                .in(message.text())
                .isPresent()) {
            throw Problem.invalid("text", "tells_protected_subject");
        }
        MessageView written = messages.toSubmitter(intake.referralId, intake.referralOwner, message);
        audit.record(CaseworkAct.INTAKE_MESSAGE_WRITTEN, IntakeService.audited(intake));
        return written;
    }

    @Transactional
    Page<VersionSummary> versions(UUID id, PageRequest page) {
        Intake intake = find(id);
        Page<VersionSummary> rows = history.list(intake.referralId, intake.referralOwner, page);
        audit.record(CaseworkAct.INTAKE_VERSIONS_READ, IntakeService.audited(intake));
        return rows;
    }

    @Transactional
    VersionDifferences differences(UUID id, int number, @Nullable Integer from) {
        Intake intake = find(id);
        VersionDifferences differences = history.differences(intake.referralId, number, from);
        audit.record(CaseworkAct.INTAKE_VERSIONS_READ, IntakeService.audited(intake));
        return differences;
    }

    private Intake find(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        return repository.find(policy.visibility(caller), id).orElseThrow(Problem::notFound);
    }
}
