package org.simpul.inquiry.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.inquiry.interest.Matching.Pair;
import org.simpul.inquiry.interest.Matching.Side;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.sharing.AccessPolicy;

/** Keeps that two interests met, and tells both agencies each other's desk, or the FIU alone while one is silent. */
@ApplicationScoped
class MeetingTold {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Matching matching;
    private final Meetings meetings;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    MeetingTold(
            CurrentCaller current,
            AccessPolicy policy,
            Matching matching,
            Meetings meetings,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.matching = matching;
        this.meetings = meetings;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** Told twice, what was told already stays as it is. */
    @Transactional
    void tell(UUID interestId) {
        for (Pair pair : matching.of(interestId)) {
            tell(pair);
        }
    }

    @Transactional
    @NotAudited("finds what is told, and recorded, one by one")
    List<UUID> missed() {
        return matching.missed();
    }

    private void tell(Pair pair) {
        Instant now = clock.instant();
        boolean inOrder = pair.mine().interest().compareTo(pair.other().interest()) < 0;
        Side first = inOrder ? pair.mine() : pair.other();
        Side second = inOrder ? pair.other() : pair.mine();
        Optional<InterestMeeting> before =
                meetings.of(policy.visibility(current.get()), first.interest(), second.interest());
        InterestMeeting meeting = before.isPresent() ? before.get() : begun(first, second, now);
        if (meeting.toldAt == null && !pair.isSilent()) {
            meeting.toldAt = now;
            meetings.flush();
            give(meeting, first, second, now);
            give(meeting, second, first, now);
            audit.record(InterestAct.INTERESTS_TOLD, audited(meeting));
        }
        meetings.flush();
    }

    private InterestMeeting begun(Side first, Side second, Instant now) {
        InterestMeeting meeting = new InterestMeeting();
        meeting.id = Ids.next();
        meeting.owner = current.get().participantId();
        meeting.firstInterest = first.interest();
        meeting.firstAgency = first.agency();
        meeting.firstReference = first.reference();
        meeting.secondInterest = second.interest();
        meeting.secondAgency = second.agency();
        meeting.secondReference = second.reference();
        meeting.at = now;
        meetings.persistAndFlush(meeting);
        notifications.put(new Notification(
                meeting.owner, null, Permission.INTEREST_OVERSEE, MeetingService.MEETING, meeting.id, false));
        audit.record(InterestAct.INTERESTS_MET, audited(meeting));
        return meeting;
    }

    private static AuditedObject audited(InterestMeeting meeting) {
        return new AuditedObject(MeetingService.MEETING, meeting.id, meeting.owner);
    }

    private void give(InterestMeeting meeting, Side to, Side of, Instant now) {
        InterestContact contact = new InterestContact();
        contact.id = Ids.next();
        contact.owner = meeting.owner;
        contact.recipient = to.agency();
        contact.meetingId = meeting.id;
        contact.reference = to.reference();
        contact.desk = of.desk();
        contact.contact = of.contact();
        contact.at = now;
        meetings.getEntityManager().persist(contact);
        notifications.put(new Notification(
                to.agency(), null, Permission.INTEREST_REGISTER, MeetingService.CONTACT, contact.id, false));
    }
}
