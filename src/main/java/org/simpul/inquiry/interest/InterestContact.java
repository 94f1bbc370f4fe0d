package org.simpul.inquiry.interest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What the FIU tells an agency: the other one's desk, for an interest of its own. */
@Entity
@Immutable
class InterestContact {
    @Id
    UUID id;

    UUID owner;
    UUID recipient;
    UUID meetingId;

    /** Of the recipient's interest. */
    String reference;

    String desk;
    String contact;
    Instant at;
}
