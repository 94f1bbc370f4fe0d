package org.simpul.matter;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

@Entity
class Matter {
    @Id
    UUID id;

    UUID owner;
    String number;
    String offence;
    UUID registeredBy;
    Instant registeredAt;
    Instant expiresAt;
}
