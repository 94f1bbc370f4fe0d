package org.simpul.participant;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An institution that joins.
 *
 * @param participant its alias
 * @param joinedAt from when on it is inside, not before it last left; null for now
 */
@Schema(name = "WorkingGroupJoining", example = "{\"participant\":\"bank-anggrek\",\"joined_at\":null}")
public record AddGroupMember(@NotNull @Size(max = 40) String participant, @Nullable Instant joinedAt) {}
