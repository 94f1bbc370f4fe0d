package org.simpul.identifier.list;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/** A file of identifiers on its way into the draft of a list, or out of it. */
@Entity
@DynamicUpdate
class ListImport {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Column(updatable = false)
    UUID listId;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    Operation operation;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    OnError onError;

    /** {@link ImportDefaults} in JSON. */
    @Column(updatable = false)
    String defaults;

    @Enumerated(EnumType.STRING)
    ListImportStatus status = ListImportStatus.OPEN;

    @Nullable
    String failure;

    long rowsRead;
    long rowsRefused;
    long rowsStored;
    long rowsRepeated;
    long rowsWarned;

    @Column(updatable = false)
    UUID startedBy;

    @Column(updatable = false)
    Instant startedAt;

    Instant movedAt;

    @Nullable
    Instant finishedAt;

    void move(ListImportStatus from, ListImportStatus to, Instant now) {
        if (status != from) {
            throw Problem.stateConflict(from == ListImportStatus.OPEN ? "import_not_open" : "import_not_running");
        }
        status = to;
        movedAt = now;
        finishedAt = to == ListImportStatus.RUNNING ? null : now;
    }

    void count(Tally tally) {
        rowsRead = tally.read;
        rowsRefused = tally.refused;
        rowsStored = tally.stored;
        rowsRepeated = tally.repeated;
        rowsWarned = tally.warned;
        failure = tally.failure;
    }
}
