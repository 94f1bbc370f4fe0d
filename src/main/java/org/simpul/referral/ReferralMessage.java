package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What one side of a submission wrote to the other: a row of its writer. */
@Entity
class ReferralMessage {
    @Id
    UUID id;

    UUID owner;
    UUID recipient;
    UUID objectId;
    UUID objectOwner;

    @Enumerated(EnumType.STRING)
    MessageKind kind;

    String text;
    UUID writtenBy;
    Instant at;
}
