package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ApproveOrReturn;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.MatterDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.access.Purpose;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.casework.CaseEventKind;
import org.simpul.casework.Cases;
import org.simpul.casework.Cases.Seen;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;
import org.simpul.sharing.agreement.Agreements;
import org.simpul.urgency.ActAlone;
import org.simpul.urgency.AloneActs;
import org.simpul.urgency.AloneKind;
import org.simpul.urgency.DoneAlone;

/** From a draft to what others are asked, and to its end. */
@ApplicationScoped
class RfiApproval {
    private static final Set<Purpose> FOR_A_CHILD = EnumSet.of(Purpose.CHILD_AT_RISK, Purpose.LOCATE_AND_PROTECT);

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final RfiRepository files;
    private final RfiForms forms;
    private final RfiReader reader;
    private final RfiIssue issue;
    private final RfiEnd end;
    private final Cases cases;
    private final MatterDirectory matters;
    private final Agreements agreements;
    private final AloneActs aloneActs;
    private final Notifications notifications;
    private final AuditLog audit;

    RfiApproval(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            RfiRepository files,
            RfiForms forms,
            RfiReader reader,
            RfiIssue issue,
            RfiEnd end,
            Cases cases,
            MatterDirectory matters,
            Agreements agreements,
            AloneActs aloneActs,
            Notifications notifications,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.files = files;
        this.forms = forms;
        this.reader = reader;
        this.issue = issue;
        this.end = end;
        this.cases = cases;
        this.matters = matters;
        this.agreements = agreements;
        this.aloneActs = aloneActs;
        this.notifications = notifications;
        this.audit = audit;
    }

    /**
     * @throws Problem NOT_FOUND, STATE_CONFLICT when it is no draft or its case is closed, FORBIDDEN for who does not work
     *     on that, MATTER_NOT_LIVE, INVALID when nobody would receive it or it tells who is protected by now
     */
    @Transactional
    RfiView handOver(UUID id) {
        Caller caller = current.get();
        Visibility scope = scope(caller);
        Rfi rfi = files.lock(scope, id).orElseThrow(Problem::notFound);
        rfi.take(RfiTransition.HAND_OVER);
        requireStill(rfi);
        List<Member> recipients = reached(rfi);
        recipients.forEach(agreements::requireAcross);
        rfi.writtenBy(caller.person());
        rfi.digest = reader.digest(rfi, recipients);
        rfi.returnReason = null;
        files.flush();
        notifications.put(
                new Notification(rfi.owner, null, Permission.RFI_AUTHORISE, RfiService.KIND, rfi.id, rfi.urgent));
        return done(scope, rfi, RfiTransition.HAND_OVER);
    }

    /**
     * @throws Problem NOT_FOUND, INVALID when it is returned without a reason, STATE_CONFLICT when it does not wait or its
     *     deadline has passed, VERSION_CHANGED for another digest or when other institutions would be reached by now,
     *     SAME_PERSON for who wrote on it; to be approved, as to be handed over
     */
    @Transactional
    RfiView decide(UUID id, ApproveOrReturn command) {
        Caller caller = current.get();
        Visibility scope = scope(caller);
        command.requireReason();
        Rfi rfi = files.lock(scope, id).orElseThrow(Problem::notFound);
        if (rfi.status != RfiStatus.PENDING_APPROVAL) {
            throw Problem.stateConflict("not_pending_approval");
        }
        List<Member> recipients = reader.recipients(rfi);
        command.require(rfi.digest, reader.digest(rfi, recipients));
        FourEyes.require(caller, List.of(rfi.writtenBy));
        if (!command.approves()) {
            rfi.take(RfiTransition.RETURN);
            rfi.digest = null;
            rfi.returnReason = command.reason();
            files.flush();
            return done(scope, rfi, RfiTransition.RETURN);
        }
        requireStill(rfi);
        issue.to(rfi, recipients, RfiTransition.ISSUE, caller.person());
        tell(rfi, CaseEventKind.RFI_ISSUED);
        return done(scope, rfi, RfiTransition.ISSUE);
    }

    /**
     * What is urgent, handed over or not, at once and without the second person, who reviews it afterwards.
     *
     * @throws Problem NOT_FOUND, VERSION_CHANGED, STATE_CONFLICT when it is not urgent, issued, or over, INVALID when nobody
     *     would receive it or the reason tells who is protected; else as to be handed over
     */
    @Transactional
    RfiView issueAlone(UUID id, @Nullable String ifMatch, ActAlone command) {
        Caller caller = current.get();
        Visibility scope = scope(caller);
        Rfi rfi = files.lock(scope, id).orElseThrow(Problem::notFound);
        EntityTags.requireMatch(ifMatch, rfi.revision);
        if (!RfiTransition.ISSUE_ALONE.leavesFrom(rfi.status)) {
            throw Problem.stateConflict("rfi_step_not_open");
        }
        if (!rfi.urgent || !FOR_A_CHILD.contains(rfi.purpose)) {
            throw Problem.stateConflict("rfi_not_urgent");
        }
        requireStill(rfi).ifPresent(file -> cases.requireUntold(file, "reason", command.reason()));
        List<Member> recipients = reached(rfi);
        rfi.writtenBy(caller.person());
        rfi.digest = reader.digest(rfi, recipients);
        rfi.aloneActId = aloneActs.begin(
                AloneKind.RFI,
                rfi.id,
                rfi.owner,
                command,
                new DoneAlone(List.of(rfi.writtenBy), rfi.digest, rfi.returnReason));
        issue.to(rfi, recipients, RfiTransition.ISSUE_ALONE, null);
        tell(rfi, CaseEventKind.RFI_ISSUED);
        return done(scope, rfi, RfiTransition.ISSUE_ALONE);
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it was decided on */
    @Transactional
    RfiView cancel(UUID id) {
        Visibility scope = scope(current.get());
        Rfi rfi = files.lock(scope, id).orElseThrow(Problem::notFound);
        rfi.take(RfiTransition.CANCEL);
        files.flush();
        return done(scope, rfi, RfiTransition.CANCEL);
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is not issued, or over */
    @Transactional
    RfiView close(UUID id) {
        Visibility scope = scope(current.get());
        Rfi rfi = files.lock(scope, id).orElseThrow(Problem::notFound);
        end.by(scope, rfi, RfiTransition.CLOSE);
        tell(rfi, CaseEventKind.RFI_CLOSED);
        return done(scope, rfi, RfiTransition.CLOSE);
    }

    /**
     * What has come since it was written: somebody protected in the case, or the end of the case or the matter.
     *
     * @return its case
     */
    private Optional<Seen> requireStill(Rfi rfi) {
        Optional<Seen> file = Optional.ofNullable(rfi.caseId).map(cases::workOn);
        file.ifPresent(seen -> forms.requireUntold(seen, reader.question(rfi)));
        if (rfi.matter != null && !matters.keepLive(rfi.owner, rfi.matter)) {
            throw Problem.of(ProblemType.MATTER_NOT_LIVE);
        }
        return file;
    }

    private List<Member> reached(Rfi rfi) {
        List<Member> recipients = reader.recipients(rfi);
        if (recipients.isEmpty()) {
            throw Problem.invalid("scope", "rfi_reaches_nobody");
        }
        return recipients;
    }

    private void tell(Rfi rfi, CaseEventKind kind) {
        if (rfi.caseId != null) {
            cases.tell(cases.see(rfi.caseId), kind, rfi.id, null);
        }
    }

    private Visibility scope(Caller caller) {
        purpose.requirePersonLevelToWrite(caller);
        return policy.visibility(caller);
    }

    private RfiView done(Visibility scope, Rfi rfi, RfiTransition step) {
        RfiView view = reader.view(scope, rfi);
        audit.record(step.act(), RfiService.audited(rfi), rfi.digest);
        return view;
    }
}
