package org.simpul.participant;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A working group in a list. */
@Schema(name = "WorkingGroupSummary")
public record WorkingGroupSummary(UUID id, String name, String purpose, Instant createdAt) {

    static WorkingGroupSummary from(WorkingGroup group) {
        return new WorkingGroupSummary(group.id, group.name, group.purpose, group.createdAt);
    }
}
