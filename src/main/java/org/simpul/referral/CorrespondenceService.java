package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/** What a submitter writes to the FIU about a referral of its own: messages, and the asking for its withdrawal. */
@ApplicationScoped
class CorrespondenceService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReferralRepository referrals;
    private final Messages messages;
    private final AuditLog audit;
    private final InstantSource clock;

    CorrespondenceService(
            CurrentCaller current,
            AccessPolicy policy,
            ReferralRepository referrals,
            Messages messages,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.referrals = referrals;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Page<MessageView> messages(UUID referralId, PageRequest page) {
        Referral referral = find(referralId);
        return messages.list(referral.id, referral.owner, page);
    }

    /** @throws Problem STATE_CONFLICT when it was never submitted: there is nobody yet to write to */
    @Transactional
    MessageView write(UUID referralId, WriteMessage message) {
        Referral referral = find(referralId);
        if (referral.submittedNumber == null) {
            throw Problem.stateConflict("not_submitted");
        }
        return messages.toFiu(referral, message);
    }

    /** The same, whatever the FIU does with the referral, and however often it is asked. */
    @Transactional
    void askWithdrawal(UUID referralId, AskWithdrawal asking) {
        Caller caller = current.get();
        Referral referral =
                referrals.lock(policy.visibility(caller), referralId).orElseThrow(Problem::notFound);
        referral.askWithdrawal(caller, clock.instant());
        messages.askWithdrawal(referral, asking.reason());
        audit.record(
                ReferralTransition.ASK_WITHDRAWAL.act(), new AuditedObject("REFERRAL", referral.id, referral.owner));
    }

    private Referral find(UUID id) {
        return referrals.find(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
    }
}
