package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;

/** Where a copied row came from; read by the FIU alone. */
@Entity
class DisseminationOrigin {
    /** What the copied row is. */
    enum RowKind {
        SUBJECT,
        IDENTIFIER,
        TRANSACTION
    }

    @Id
    UUID rowId;

    UUID owner;
    UUID versionId;

    @Enumerated(EnumType.STRING)
    RowKind rowKind;

    UUID intakeId;
    UUID sourceVersionId;

    /** Of an identifier: the subject that held it. */
    UUID sourceRowId;

    static DisseminationOrigin of(
            UUID rowId, RowKind kind, DisseminationVersion version, Intake intake, UUID sourceRowId) {
        DisseminationOrigin row = new DisseminationOrigin();
        row.rowId = rowId;
        row.owner = version.owner;
        row.versionId = version.id;
        row.rowKind = kind;
        row.intakeId = intake.id;
        row.sourceVersionId = intake.versionId;
        row.sourceRowId = sourceRowId;
        return row;
    }
}
