package org.simpul.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Purpose;
import org.simpul.shared.Problem;

/**
 * Which entries; a null field leaves them all in.
 *
 * @param personId who acted: a person or a machine client
 * @param participantId for whom it acted
 * @param caseReference number of the matter under which it acted
 * @param from the first instant
 * @param to the first instant that is not read any more
 */
public record AuditFilter(
        @Nullable UUID personId,
        @Nullable UUID participantId,
        @Nullable UUID objectId,
        @Nullable String act,
        @Nullable Purpose purpose,
        @Nullable String caseReference,
        @Nullable Outcome outcome,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Of all times. */
    public AuditFilter(
            @Nullable UUID personId,
            @Nullable UUID participantId,
            @Nullable UUID objectId,
            @Nullable String act,
            @Nullable Purpose purpose,
            @Nullable String caseReference,
            @Nullable Outcome outcome) {
        this(personId, participantId, objectId, act, purpose, caseReference, outcome, null, null);
    }

    /** @throws Problem INVALID when the time ends before it begins */
    public AuditFilter within(@Nullable OffsetDateTime first, @Nullable OffsetDateTime end) {
        if (first != null && end != null && !first.isBefore(end)) {
            throw Problem.invalid("to", "ends_before_it_begins");
        }
        return new AuditFilter(
                personId,
                participantId,
                objectId,
                act,
                purpose,
                caseReference,
                outcome,
                first == null ? null : first.toInstant(),
                end == null ? null : end.toInstant());
    }

    AuditFilter until(Instant end) {
        return new AuditFilter(personId, participantId, objectId, act, purpose, caseReference, outcome, from, end);
    }
}
