package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.shared.ProblemType;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/**
 * What the FIU asks institutions to keep, for the room that works on their submissions. It asks in the same words
 * whatever it does with the referral.
 */
@ApplicationScoped
@Transactional
public class Preservation {
    private static final String READ = "read inside use cases that are audited themselves";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final VersionRepository versions;
    private final HoldingRepository holdings;
    private final PreservationRepository requests;
    private final ReferralDays days;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    Preservation(
            CurrentCaller current,
            AccessPolicy policy,
            VersionRepository versions,
            HoldingRepository holdings,
            PreservationRepository requests,
            ReferralDays days,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.versions = versions;
        this.holdings = holdings;
        this.requests = requests;
        this.days = days;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param versionId the submitted version that lists the items
     * @throws Problem FORBIDDEN for anyone but the FIU, NOT_FOUND when the version is absent or hidden, INVALID for items
     *     that it does not list and a day that has passed
     */
    public PreservationView ask(UUID versionId, AskToPreserve ask) {
        Caller caller = current.get();
        if (caller.kind() != ParticipantKind.FIU) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        Visibility scope = policy.visibility(caller);
        ReferralVersion version = versions.sealed(scope, versionId).orElseThrow(Problem::notFound);
        Map<String, HeldItem> held = holdings.heldItems(version).stream()
                .collect(Collectors.toMap(HeldItem::reference, Function.identity()));
        refuseUnknown(held, ask);
        PreservationRequest request = PreservationRequest.of(caller.participantId(), version, ask, clock.instant());
        requests.persist(request);
        boolean urgent = ask.items().stream().anyMatch(item -> days.isSoonOverwritten(held.get(item)));
        notifications.put(new Notification(
                version.owner, null, Permission.REFERRAL_READ, "REFERRAL", version.referralId, urgent));
        audit.record(
                ReferralAct.PRESERVATION_REQUESTED,
                new AuditedObject("PRESERVATION_REQUEST", request.id, request.owner),
                "items " + request.items.length);
        return requests.view(scope, request);
    }

    /** What the FIU has asked to keep of a referral, newest first, with the institution's answers. */
    @NotAudited(READ)
    public Page<PreservationView> list(UUID referralId, PageRequest page) {
        return requests.newest(policy.visibility(current.get()), referralId, page);
    }

    /**
     * @return the referral that a request is about
     * @throws Problem NOT_FOUND when it is absent or hidden
     */
    @NotAudited(READ)
    public UUID referralOf(UUID requestId) {
        return requests.find(policy.visibility(current.get()), requestId).orElseThrow(Problem::notFound).objectId;
    }

    private void refuseUnknown(Map<String, HeldItem> held, AskToPreserve ask) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < ask.items().size(); i++) {
            if (!held.containsKey(ask.items().get(i))) {
                violations.add(new Violation("items[" + i + "]", "unknown_held_item"));
            }
        }
        if (ask.keepUntil().isBefore(days.today())) {
            violations.add(new Violation("keep_until", "must_be_future"));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }
}
