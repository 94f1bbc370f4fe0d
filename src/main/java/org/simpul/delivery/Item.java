package org.simpul.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That there is something for the owner, or for one person of it. What it is about is asked for, and never told. */
@Entity
@Immutable
@Table(name = "notification")
class Item {
    @Id
    UUID id;

    UUID owner;
    UUID sourceId;
    long position;

    @Nullable
    UUID personId;

    String permission;
    String objectKind;
    UUID objectId;
    boolean urgent;
    Instant at;
}
