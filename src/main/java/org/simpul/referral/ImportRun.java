package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

@Entity
@DynamicUpdate
class ImportRun {
    @Id
    UUID id;

    UUID owner;
    UUID referralId;
    UUID versionId;

    @Enumerated(EnumType.STRING)
    ImportStatus status;

    @Nullable
    @Enumerated(EnumType.STRING)
    ImportFormat format;

    String mapping;

    /** {@link ImportSummary} in JSON; null until the file was read to its end. */
    @Nullable
    String summary;

    @Nullable
    String failure;

    long rowsRead;
    long rowsFailed;

    /** Rows that were put where they wait. */
    long rowsStaged;

    UUID startedBy;
    Instant startedAt;

    /** When it last took rows. */
    Instant movedAt;

    @Nullable
    Instant finishedAt;

    /** A run takes one file: a mended file goes to a new run, so that no rows of two files mix. */
    void begin(Instant at) {
        require(ImportStatus.OPEN, "import_not_open");
        movedAt = at;
        status = ImportStatus.RUNNING;
    }

    void progress(ImportChunk chunk, Instant at) {
        require(ImportStatus.RUNNING, "import_not_running");
        movedAt = at;
        rowsRead += chunk.rowsRead();
        rowsFailed += chunk.rowsFailed();
    }

    void publish(Instant at) {
        require(ImportStatus.RUNNING, "import_not_running");
        status = ImportStatus.PUBLISHED;
        finishedAt = at;
    }

    void fail(String why, Instant at) {
        require(ImportStatus.RUNNING, "import_not_running");
        status = ImportStatus.FAILED;
        failure = why;
        finishedAt = at;
    }

    private void require(ImportStatus wanted, String code) {
        if (status != wanted) {
            throw Problem.stateConflict(code);
        }
    }
}
