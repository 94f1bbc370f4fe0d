package org.simpul.casework.cases;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.ProtectedPeople;

/** What a note read at one revision, and by whose hand. */
@Schema(name = "CaseNoteText")
record CaseNoteTextView(long revision, String text, @Nullable String writtenBy, Instant writtenAt) {

    static CaseNoteTextView from(CaseNoteText text, Map<UUID, String> logins, ProtectedPeople people) {
        return new CaseNoteTextView(
                text.revision,
                Objects.requireNonNull(people.mask(text.text)),
                logins.get(text.writtenBy),
                text.writtenAt);
    }
}
