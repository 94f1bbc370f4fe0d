package org.simpul.identifier.screening;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.simpul.shared.Ids;

/** Why a row was not asked; never the value. */
@Entity
@Immutable
class ScreeningRefusal {
    @Id
    UUID id;

    UUID owner;
    UUID runId;
    long rowNumber;
    String code;

    /** Of no run yet. */
    static ScreeningRefusal of(long rowNumber, String code) {
        ScreeningRefusal refusal = new ScreeningRefusal();
        refusal.id = Ids.next();
        refusal.rowNumber = rowNumber;
        refusal.code = code;
        return refusal;
    }
}
