package org.simpul.casework.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.ProtectedPeople;

/**
 * A task of a case.
 *
 * @param assignee login; null where it is nobody's
 * @param endedBy login of who did it, or dropped it
 * @param revision what its entity tag is made of
 */
@Schema(name = "CaseTask")
public record CaseTaskView(
        UUID id,
        UUID caseId,
        String title,
        @Nullable String assignee,
        @Nullable LocalDate dueOn,
        CaseTaskStatus status,
        @Nullable String createdBy,
        Instant createdAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        long revision) {

    static CaseTaskView from(CaseTask task, Map<UUID, String> logins, ProtectedPeople people) {
        return new CaseTaskView(
                task.id,
                task.caseId,
                Objects.requireNonNull(people.mask(task.title)),
                task.assignee == null ? null : logins.get(task.assignee),
                task.dueOn,
                task.status,
                logins.get(task.createdBy),
                task.createdAt,
                task.endedBy == null ? null : logins.get(task.endedBy),
                task.endedAt,
                task.revision);
    }
}
