package org.simpul.identifier.list;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem.Violation;

/** What is wrong in a row, or is worth a look; never the value. */
@Entity
@Immutable
class ListImportFinding {
    @Id
    UUID id;

    UUID owner;
    UUID importId;

    @Enumerated(EnumType.STRING)
    Severity severity;

    long rowNumber;
    String field;
    String code;

    /** Of no import yet. */
    static ListImportFinding of(Severity severity, long rowNumber, Violation violation) {
        ListImportFinding finding = new ListImportFinding();
        finding.id = Ids.next();
        finding.severity = severity;
        finding.rowNumber = rowNumber;
        finding.field = violation.field();
        finding.code = violation.code();
        return finding;
    }
}
