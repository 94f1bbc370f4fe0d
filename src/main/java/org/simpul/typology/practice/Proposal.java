package org.simpul.typology.practice;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.simpul.typology.Category;

/** A red flag that an institution proposes; read by it and by the typology's owner, and never changed. */
@Entity
@Table(name = "red_flag_proposal")
class Proposal {
    @Id
    UUID id;

    UUID owner;

    /** The version that it was proposed on. */
    UUID objectId;

    UUID objectOwner;
    UUID typologyId;
    String textId;
    String textEn;

    @Enumerated(EnumType.STRING)
    Category category;

    String observation;
    UUID proposedBy;
    Instant proposedAt;
}
