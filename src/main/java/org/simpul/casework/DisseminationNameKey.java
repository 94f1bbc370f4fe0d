package org.simpul.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What the name of an open subject of a dissemination is looked up by. */
@Entity
@Immutable
class DisseminationNameKey {
    @Id
    UUID owner;

    @Id
    UUID subjectId;

    @Id
    @Column(name = "key")
    String key;

    UUID versionId;

    static DisseminationNameKey of(DisseminationSubject subject, String key) {
        DisseminationNameKey row = new DisseminationNameKey();
        row.owner = subject.owner;
        row.subjectId = subject.id;
        row.key = key;
        row.versionId = subject.versionId;
        return row;
    }
}
