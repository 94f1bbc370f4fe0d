package org.simpul.sharing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Purpose;

/** One share: which version, from whom, to whom, why, on what legal basis, how to handle it, until when. */
@Entity
class Disclosure {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    ObjectKind objectKind;

    UUID objectId;
    UUID objectOwner;
    UUID fromParticipant;

    @Nullable
    UUID toParticipant;

    @Nullable
    UUID toGroup;

    @Nullable
    @Enumerated(EnumType.STRING)
    ParticipantKind toCommunity;

    @Nullable
    UUID toPerson;

    @Nullable
    UUID parentId;

    @Enumerated(EnumType.STRING)
    Purpose purpose;

    String legalBasis;

    @Column(name = "tlp")
    String tlp;

    @Column(name = "pap")
    String pap;

    @Nullable
    String caveats;

    UUID disclosedBy;

    @Nullable
    UUID approvedBy;

    Instant disclosedAt;

    @Nullable
    Instant expiresAt;

    @Nullable
    @Column(updatable = false)
    Instant recalledAt;
}
