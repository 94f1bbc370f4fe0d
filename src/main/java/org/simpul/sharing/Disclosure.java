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
import org.simpul.shared.Ids;

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

    /** The originator's consent; null for what one owns. */
    @Nullable
    UUID consentId;

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

    /** Without a recipient. */
    static Disclosure of(SharedVersion version, UUID giver, Terms terms) {
        Disclosure row = new Disclosure();
        row.id = Ids.at(terms.disclosedAt());
        row.objectKind = version.kind();
        row.objectId = version.id();
        row.objectOwner = version.owner();
        row.fromParticipant = giver;
        row.purpose = terms.purpose();
        row.legalBasis = terms.legalBasis();
        row.tlp = terms.handling().tlp().label();
        row.pap = terms.handling().pap().label();
        row.caveats = terms.caveats();
        row.disclosedBy = terms.disclosedBy();
        row.approvedBy = terms.approvedBy();
        row.disclosedAt = terms.disclosedAt();
        row.expiresAt = terms.expiresAt();
        return row;
    }
}
