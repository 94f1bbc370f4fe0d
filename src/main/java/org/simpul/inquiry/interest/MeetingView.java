package org.simpul.inquiry.interest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory.Member;

/**
 * That two interests are in the same, without what that is and in which matters.
 *
 * @param toldAt when both agencies got each other's desk; null while one of them is silent
 */
@Schema(name = "InterestMeeting")
record MeetingView(UUID id, List<Side> sides, Instant at, @Nullable Instant toldAt) {

    /** An agency by name, and the reference of its interest. */
    @Schema(name = "InterestMeetingSide")
    record Side(String agency, String reference) {}

    static MeetingView from(InterestMeeting meeting, Map<UUID, Member> agencies) {
        return new MeetingView(
                meeting.id,
                List.of(
                        new Side(agencies.get(meeting.firstAgency).name(), meeting.firstReference),
                        new Side(agencies.get(meeting.secondAgency).name(), meeting.secondReference)),
                meeting.at,
                meeting.toldAt);
    }
}
