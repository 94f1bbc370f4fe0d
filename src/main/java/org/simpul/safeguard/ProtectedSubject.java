package org.simpul.safeguard;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

@Entity
@DynamicUpdate
class ProtectedSubject {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    UUID subjectId;
    byte[] ciphertext;
}
