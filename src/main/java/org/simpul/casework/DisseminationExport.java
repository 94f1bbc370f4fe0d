package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That somebody took a copy of a dissemination out of the hub; read by its institution and by the owner of that. */
@Entity
@Immutable
class DisseminationExport {
    @Id
    UUID id;

    UUID owner;
    UUID objectId;
    UUID objectOwner;
    UUID personId;

    /** SHA-256 of the copy, in hexadecimal. */
    String digest;

    Instant at;
}
