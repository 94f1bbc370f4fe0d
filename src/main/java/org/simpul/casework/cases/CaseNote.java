package org.simpul.casework.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.casework.Cases;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;

/** A note of a case as it reads now, or a text that lost against it. */
@Entity
@DynamicUpdate
class CaseNote {
    @Id
    UUID id;

    UUID owner;
    UUID caseId;

    /** The note that it would have changed. */
    @Nullable
    UUID copyOf;

    @Enumerated(EnumType.STRING)
    CaseNoteStatus status;

    String text;
    UUID writtenBy;
    Instant writtenAt;
    long revision;

    static CaseNote of(Cases.Seen file, String text, UUID writer, Instant now) {
        CaseNote note = new CaseNote();
        note.id = Ids.next();
        note.owner = file.owner();
        note.caseId = file.id();
        note.status = CaseNoteStep.WRITE.to(CaseNoteStatus.KEPT);
        note.write(text, writer, now);
        return note;
    }

    /** What somebody typed over a text that it had not read. */
    CaseNote copy(String text, UUID writer, Instant now) {
        CaseNote copy = new CaseNote();
        copy.id = Ids.next();
        copy.owner = owner;
        copy.caseId = caseId;
        copy.copyOf = id;
        copy.status = CaseNoteStep.COPY.to(CaseNoteStatus.CONFLICTING);
        copy.write(text, writer, now);
        return copy;
    }

    void write(String text, UUID writer, Instant now) {
        this.text = text;
        writtenBy = writer;
        writtenAt = now;
        revision++;
    }

    /** @throws Problem STATE_CONFLICT when its status does not allow it */
    void take(CaseNoteStep step) {
        if (!step.from().contains(status)) {
            throw Problem.stateConflict("note_step_not_open");
        }
        status = step.to(status);
    }
}
