package org.simpul.inquiry.pointer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That an agency asked the pointer, for the FIU to read: neither who, nor what, nor in which matter. */
@Entity
@Immutable
class PointerSearch {
    @Id
    UUID id;

    UUID owner;

    /** The FIU. */
    UUID recipient;

    String predicateOffence;

    @Enumerated(EnumType.STRING)
    PointerAnswer answer;

    Instant at;
}
