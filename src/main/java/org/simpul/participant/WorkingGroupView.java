package org.simpul.participant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory.Member;

/**
 * A working group as its owner and those inside see it.
 *
 * @param members who is inside now
 * @param others who left, or is to join later; null for everybody but the owner
 */
@Schema(name = "WorkingGroup")
public record WorkingGroupView(
        UUID id, String name, String purpose, Instant createdAt, List<Stay> members, @Nullable List<Stay> others) {

    /**
     * One stay of an institution.
     *
     * @param leftAt null while it has not left
     */
    @Schema(name = "WorkingGroupStay")
    public record Stay(UUID participantId, String alias, String name, Instant joinedAt, @Nullable Instant leftAt) {

        static Stay from(WorkingGroupMember stay, Member member) {
            return new Stay(member.id(), member.alias(), member.name(), stay.joinedAt, stay.leftAt);
        }
    }
}
