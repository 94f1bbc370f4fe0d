package org.simpul.casework.cases;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a change.
 *
 * @param note as it reads now
 * @param conflictingCopy what was sent, kept beside it because the note had moved on; null where it was changed
 */
@Schema(name = "CaseNoteSaved")
record CaseNoteSaved(CaseNoteView note, @Nullable CaseNoteView conflictingCopy) {}
