package org.simpul.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That one person has read an item; nobody else's business, in the institution neither. */
@Entity
@Immutable
@Table(name = "notification_read_mark")
class ReadMark {
    @Id
    UUID owner;

    @Id
    UUID notificationId;

    @Id
    UUID personId;

    Instant readAt;
}
