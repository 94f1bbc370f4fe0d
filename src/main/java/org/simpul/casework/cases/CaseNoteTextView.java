package org.simpul.casework.cases;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a note read at one revision, and by whose hand. */
@Schema(name = "CaseNoteText")
record CaseNoteTextView(long revision, String text, @Nullable String writtenBy, Instant writtenAt) {}
