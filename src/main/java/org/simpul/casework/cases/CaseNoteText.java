package org.simpul.casework.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.simpul.shared.Ids;

/** What a note read at one revision. */
@Entity
@Immutable
class CaseNoteText {
    @Id
    UUID id;

    UUID owner;
    UUID caseId;
    UUID noteId;
    long revision;
    String text;
    UUID writtenBy;
    Instant writtenAt;

    static CaseNoteText of(CaseNote note) {
        CaseNoteText row = new CaseNoteText();
        row.id = Ids.next();
        row.owner = note.owner;
        row.caseId = note.caseId;
        row.noteId = note.id;
        row.revision = note.revision;
        row.text = note.text;
        row.writtenBy = note.writtenBy;
        row.writtenAt = note.writtenAt;
        return row;
    }
}
