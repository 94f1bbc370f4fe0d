package org.simpul.safeguard;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The details of a protected subject as a dissemination carries them for named officers. */
@Entity
class ProtectedCopy {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    UUID subjectId;
    UUID keyId;
    byte[] ciphertext;
}
