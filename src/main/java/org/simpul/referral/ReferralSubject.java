package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Somebody or something that a version speaks about. Of a protected one, only reference, roles and age band are here. */
@Entity
@DynamicUpdate
class ReferralSubject {
    @Id
    UUID id;

    UUID owner;
    UUID versionId;
    int position;

    @Enumerated(EnumType.STRING)
    SubjectKind kind;

    String[] roles;
    boolean isProtected;
    String reference;

    @Nullable
    String name;

    @Enumerated(EnumType.STRING)
    AgeBand ageBand;

    @Nullable
    String remarks;

    List<SubjectRole> roles() {
        return Arrays.stream(roles).map(SubjectRole::valueOf).toList();
    }
}
