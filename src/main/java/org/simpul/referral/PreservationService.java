package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Outbox;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** The institution's side of a request to keep: read by those who read the referral, answered by its team. */
@ApplicationScoped
class PreservationService {
    /** Kind of the event that an answer leaves, with the id of the request. */
    private static final String ANSWERED = "preservation.answered";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReferralRepository referrals;
    private final OpenDrafts drafts;
    private final PreservationRepository requests;
    private final ReferralDays days;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    PreservationService(
            CurrentCaller current,
            AccessPolicy policy,
            ReferralRepository referrals,
            OpenDrafts drafts,
            PreservationRepository requests,
            ReferralDays days,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.referrals = referrals;
        this.drafts = drafts;
        this.requests = requests;
        this.days = days;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Page<PreservationView> list(UUID referralId, PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Referral referral = referrals.find(scope, referralId).orElseThrow(Problem::notFound);
        Page<PreservationView> asked = requests.newest(scope, referral.id, page);
        audit.record(ReferralAct.PRESERVATION_LISTED, new AuditedObject("REFERRAL", referral.id, referral.owner));
        return asked;
    }

    /**
     * @throws Problem NOT_FOUND when it is another's or absent, FORBIDDEN outside of the team, INVALID for an item that
     *     is not asked for
     */
    @Transactional
    PreservationView answer(UUID referralId, UUID requestId, AnswerPreservation command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Referral referral = drafts.hold(referralId);
        PreservationRequest request = requests.of(scope, referral, requestId).orElseThrow(Problem::notFound);
        check(request, command);
        PreservationAnswer answer = new PreservationAnswer();
        answer.id = Ids.next();
        answer.owner = caller.participantId();
        answer.objectId = request.id;
        answer.objectOwner = request.owner;
        answer.itemReference = command.item();
        answer.answer = command.answer();
        answer.keptUntil = command.keptUntil();
        answer.at = clock.instant();
        requests.persist(answer);
        outbox.put(ANSWERED, request.id);
        PreservationView view = requests.view(scope, request);
        audit.record(
                ReferralAct.PRESERVATION_ANSWERED,
                new AuditedObject("PRESERVATION_REQUEST", request.id, request.owner),
                command.answer().name());
        return view;
    }

    private void check(PreservationRequest request, AnswerPreservation command) {
        if (!request.asksFor(command.item())) {
            throw Problem.invalid("item", "unknown_held_item");
        }
        boolean kept = command.answer() == PreservationAnswerKind.PRESERVED;
        if (kept && command.keptUntil() == null) {
            throw Problem.invalid("kept_until", "required");
        }
        if (!kept && command.keptUntil() != null) {
            throw Problem.invalid("kept_until", "only_for_preserved");
        }
        if (kept && command.keptUntil().isBefore(days.today())) {
            throw Problem.invalid("kept_until", "must_be_future");
        }
    }
}
