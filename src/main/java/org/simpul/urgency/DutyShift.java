package org.simpul.urgency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** When somebody is on duty, and after how many others. */
@Entity
@Immutable
class DutyShift {
    @Id
    UUID id;

    UUID owner;
    UUID personId;
    Instant startsAt;
    Instant endsAt;
    int position;
}
