package org.simpul.inquiry.interest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.AccessPolicy;

/** Shows the FIU who met, and an agency whom it met. */
@ApplicationScoped
class MeetingService {
    static final String MEETING = "INTEREST_MEETING";
    static final String CONTACT = "INTEREST_CONTACT";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Meetings meetings;
    private final ParticipantDirectory directory;
    private final AuditLog audit;

    MeetingService(
            CurrentCaller current,
            AccessPolicy policy,
            Meetings meetings,
            ParticipantDirectory directory,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.meetings = meetings;
        this.directory = directory;
        this.audit = audit;
    }

    @Transactional
    Page<MeetingView> meetings(PageRequest page) {
        Page<InterestMeeting> rows =
                Page.of(meetings.newest(policy.visibility(current.get()), page), page.size(), meeting -> meeting.id);
        Set<UUID> ids = rows.items().stream()
                .flatMap(meeting -> Stream.of(meeting.firstAgency, meeting.secondAgency))
                .collect(Collectors.toSet());
        Map<UUID, Member> agencies = directory.byId(ids);
        audit.record(InterestAct.INTEREST_MEETING_LISTED, AuditedObject.list(MEETING));
        return rows.map(meeting -> MeetingView.from(meeting, agencies));
    }

    @Transactional
    Page<ContactView> contacts(PageRequest page) {
        Page<InterestContact> rows =
                Page.of(meetings.received(policy.visibility(current.get()), page), page.size(), contact -> contact.id);
        String fiu = directory.fiu().name();
        audit.record(InterestAct.INTEREST_CONTACT_LISTED, AuditedObject.list(CONTACT));
        return rows.map(contact ->
                new ContactView(contact.id, fiu, contact.reference, contact.desk, contact.contact, contact.at));
    }
}
