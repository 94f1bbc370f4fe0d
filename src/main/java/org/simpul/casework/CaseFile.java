package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/** The FIU's case: groups intakes. Never disclosed. */
@Entity
@DynamicUpdate
class CaseFile {
    @Id
    UUID id;

    UUID owner;
    String reference;
    String title;
    UUID openedBy;
    Instant openedAt;
    long revision;
}
