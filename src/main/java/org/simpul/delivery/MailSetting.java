package org.simpul.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Addresses of an institution, or of one person of it. */
@Entity
@DynamicUpdate
class MailSetting {
    @Id
    UUID id;

    @Column(updatable = false)
    UUID owner;

    @Nullable
    @Column(updatable = false)
    UUID personId;

    String[] routine = {};
    String[] urgent = {};
    long revision;
    UUID changedBy;
    Instant changedAt;
}
