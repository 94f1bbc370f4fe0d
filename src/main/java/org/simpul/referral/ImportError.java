package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Ids;

@Entity
class ImportError {
    @Id
    UUID id;

    UUID owner;
    UUID runId;
    long rowNumber;
    String field;
    String code;

    @Nullable
    String element;

    static ImportError of(ImportRun run, RowError error) {
        ImportError kept = new ImportError();
        kept.id = Ids.next();
        kept.owner = run.owner;
        kept.runId = run.id;
        kept.rowNumber = error.rowNumber();
        kept.field = error.field();
        kept.code = error.code();
        kept.element = error.element();
        return kept;
    }
}
