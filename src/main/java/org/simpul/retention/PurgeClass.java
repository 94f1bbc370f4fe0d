package org.simpul.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.retention.PurgeDatabase.Counted;
import org.simpul.retention.PurgeDatabase.Picked;

/** How far a purge is with one class. */
@Entity
@DynamicUpdate
@IdClass(PurgeClass.Key.class)
class PurgeClass {
    private static final UUID LOWEST = new UUID(0, 0);

    @Id
    UUID owner;

    @Id
    UUID runId;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(name = "class")
    RecordClass recordClass;

    long expired;
    long onHold;

    @Nullable
    LocalDate oldest;

    long purged;

    /** It goes on behind this id. */
    UUID after;

    String chain;

    @Nullable
    LocalDate firstExpiry;

    @Nullable
    LocalDate lastExpiry;

    @Nullable
    Instant endedAt;

    record Key(UUID owner, UUID runId, RecordClass recordClass) implements Serializable {}

    static PurgeClass of(PurgeRun run, RecordClass recordClass, Counted counted) {
        PurgeClass one = new PurgeClass();
        one.owner = run.owner;
        one.runId = run.id;
        one.recordClass = recordClass;
        one.expired = counted.expired();
        one.onHold = counted.onHold();
        one.oldest = counted.oldest();
        one.after = LOWEST;
        one.chain = IdChain.START;
        return one;
    }

    /** Of the ids nothing stays but their chain. */
    void end(Instant now) {
        endedAt = now;
        after = LOWEST;
    }

    /** @param portion not empty, in the order of the ids */
    void add(List<Picked> portion) {
        IdChain ids = new IdChain(chain);
        for (Picked picked : portion) {
            ids.add(picked.id());
            if (firstExpiry == null || picked.until().isBefore(firstExpiry)) {
                firstExpiry = picked.until();
            }
            if (lastExpiry == null || picked.until().isAfter(lastExpiry)) {
                lastExpiry = picked.until();
            }
        }
        chain = ids.hex();
        purged += portion.size();
        after = portion.get(portion.size() - 1).id();
    }
}
