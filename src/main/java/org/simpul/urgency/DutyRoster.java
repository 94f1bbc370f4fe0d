package org.simpul.urgency;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** That an institution has a roster, and how often it was set. */
@Entity
@DynamicUpdate
class DutyRoster {
    @Id
    UUID id;

    UUID owner;
    long revision;
}
