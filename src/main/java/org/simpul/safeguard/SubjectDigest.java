package org.simpul.safeguard;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;

/** A keyed digest of a name or an identifier of a protected subject. */
@Entity
class SubjectDigest {
    @Id
    UUID id;

    UUID owner;
    UUID intakeId;
    UUID subjectId;
    String reference;

    @Enumerated(EnumType.STRING)
    ComparedKind kind;

    byte[] digest;
}
