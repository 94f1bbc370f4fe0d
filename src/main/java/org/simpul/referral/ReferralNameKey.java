package org.simpul.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What the name of an open subject of a submission is looked up by. */
@Entity
@Immutable
class ReferralNameKey {
    @Id
    UUID owner;

    @Id
    UUID subjectId;

    @Id
    @Column(name = "key")
    String key;

    UUID versionId;

    static ReferralNameKey of(ReferralSubject subject, String key) {
        ReferralNameKey row = new ReferralNameKey();
        row.owner = subject.owner;
        row.subjectId = subject.id;
        row.key = key;
        row.versionId = subject.versionId;
        return row;
    }
}
