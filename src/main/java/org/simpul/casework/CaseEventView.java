package org.simpul.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a case's timeline.
 *
 * @param subjectId what it was done to: an intake, a person, a note, a task, a grant or a dissemination
 * @param by login; null where the hub itself did it
 * @param to name of the agency that a dissemination was delivered to
 * @param detail the reason that was given
 */
@Schema(name = "CaseEvent")
public record CaseEventView(
        CaseEventKind kind,
        @Nullable UUID subjectId,
        @Nullable String by,
        @Nullable String to,
        @Nullable String detail,
        Instant at) {}
