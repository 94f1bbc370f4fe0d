package org.simpul.safeguard;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

@Entity
@DynamicUpdate
class ProtectedSubject {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    UUID subjectId;
    byte[] ciphertext;

    /** Null while it is still encrypted by the hub's keyset itself. */
    @Nullable
    UUID keyId;

    /** SHA-256 of the ciphertext as it was first stored; stays when the same details come under another key. */
    String digest;
}
