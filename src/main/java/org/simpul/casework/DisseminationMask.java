package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.simpul.shared.Ids;

/** A place of a sealed dissemination that tells who was protected afterwards: it is read as a reference. */
@Entity
@Immutable
class DisseminationMask {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    UUID rowId;

    @Enumerated(EnumType.STRING)
    MaskedPart part;

    String reference;

    static DisseminationMask of(DisseminationVersion version, UUID rowId, MaskedPart part, String reference) {
        DisseminationMask mask = new DisseminationMask();
        mask.id = Ids.next();
        mask.owner = version.owner;
        mask.versionId = version.id;
        mask.rowId = rowId;
        mask.part = part;
        mask.reference = reference;
        return mask;
    }
}
