package org.simpul.identifier.screening;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Which row stood where; {@link ScreeningHits} writes many at once. */
@Entity
@Immutable
class ScreeningHit {
    @Id
    UUID id;

    UUID owner;
    UUID runId;
    long rowNumber;
    UUID listId;
    UUID entryId;
}
