package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** From a draft to what others are asked, and to its end. */
@ApplicationScoped
class RfiApproval {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final RfiRepository files;
    private final RfiReader reader;
    private final RfiIssue issue;
    private final RfiEnd end;
    private final Notifications notifications;
    private final AuditLog audit;

    RfiApproval(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            RfiRepository files,
            RfiReader reader,
            RfiIssue issue,
            RfiEnd end,
            Notifications notifications,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.files = files;
        this.reader = reader;
        this.issue = issue;
        this.end = end;
        this.notifications = notifications;
        this.audit = audit;
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is no draft, INVALID when nobody would receive it */
    @Transactional
    RfiView handOver(UUID id) {
        Caller caller = current.get();
        Visibility scope = scope(caller);
        Rfi rfi = files.lock(scope, id).orElseThrow(Problem::notFound);
        rfi.take(RfiTransition.HAND_OVER);
        List<Member> recipients = reader.recipients(rfi);
        if (recipients.isEmpty()) {
            throw Problem.invalid("scope", "rfi_reaches_nobody");
        }
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
     *     SAME_PERSON for who wrote on it
     */
    @Transactional
    RfiView decide(UUID id, DecideOnRfi command) {
        Caller caller = current.get();
        Visibility scope = scope(caller);
        command.check();
        Rfi rfi = files.lock(scope, id).orElseThrow(Problem::notFound);
        if (rfi.status != RfiStatus.PENDING_APPROVAL) {
            throw Problem.stateConflict("not_pending_approval");
        }
        List<Member> recipients = reader.recipients(rfi);
        command.require(rfi.digest, reader.digest(rfi, recipients));
        FourEyes.require(caller, List.of(rfi.writtenBy));
        if (command.decision() == DecideOnRfi.Decision.RETURN) {
            rfi.take(RfiTransition.RETURN);
            rfi.digest = null;
            rfi.returnReason = command.reason();
            files.flush();
            return done(scope, rfi, RfiTransition.RETURN);
        }
        issue.to(rfi, recipients, caller.person());
        return done(scope, rfi, RfiTransition.ISSUE);
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
        return done(scope, rfi, RfiTransition.CLOSE);
    }

    private Visibility scope(Caller caller) {
        purpose.requirePersonLevel(caller);
        return policy.visibility(caller);
    }

    private RfiView done(Visibility scope, Rfi rfi, RfiTransition step) {
        RfiView view = reader.view(scope, rfi);
        audit.record(step.act(), RfiService.audited(rfi), rfi.digest);
        return view;
    }
}
