package org.simpul.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A named circle of institutions. Whoever is outside learns neither that it is there nor who is in it. */
@Entity
@Immutable
class WorkingGroup {
    @Id
    UUID id;

    UUID owner;
    String name;
    String purpose;
    UUID createdBy;
    Instant createdAt;
}
