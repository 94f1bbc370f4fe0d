package org.simpul.inquiry.rfi;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What an agency asked, and a request of the FIU asks on; read by the FIU, and nobody else. */
@Entity
class RfiOrigin {
    @Id
    UUID owner;

    @Id
    UUID rfiId;

    @Id
    UUID threadId;
}
