package org.simpul.casework.cases;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.ProtectedPeople;

/**
 * A note of a case.
 *
 * @param copyOf of a conflicting copy: the note that it would have changed
 * @param writtenBy login of who wrote the text as it reads now
 * @param revision what its entity tag is made of
 */
@Schema(name = "CaseNote")
record CaseNoteView(
        UUID id,
        @Nullable UUID copyOf,
        CaseNoteStatus status,
        String text,
        @Nullable String writtenBy,
        Instant writtenAt,
        long revision) {

    static CaseNoteView from(CaseNote note, Map<UUID, String> logins, ProtectedPeople people) {
        return new CaseNoteView(
                note.id,
                note.copyOf,
                note.status,
                Objects.requireNonNull(people.mask(note.text)),
                logins.get(note.writtenBy),
                note.writtenAt,
                note.revision);
    }
}
