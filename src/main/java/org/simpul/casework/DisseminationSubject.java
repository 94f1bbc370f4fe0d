package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.AgeBand;
import org.simpul.referral.SubjectKind;
import org.simpul.referral.SubjectRole;
import org.simpul.referral.SubjectView;
import org.simpul.shared.Ids;

/** A copied subject; of a protected one, its reference, roles and age band. */
@Entity
class DisseminationSubject {
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

    /** @param reference that it has in this dissemination */
    static DisseminationSubject copy(
            SubjectView subject, DisseminationVersion version, int position, String reference) {
        DisseminationSubject row = new DisseminationSubject();
        row.id = Ids.next();
        row.owner = version.owner;
        row.versionId = version.id;
        row.position = position;
        row.kind = subject.kind();
        row.roles = subject.roles().stream().map(SubjectRole::name).toArray(String[]::new);
        row.isProtected = subject.isProtected();
        row.reference = reference;
        row.name = subject.isProtected() ? null : subject.name();
        row.ageBand = subject.ageBand();
        return row;
    }

    List<SubjectRole> roles() {
        return Arrays.stream(roles).map(SubjectRole::valueOf).toList();
    }
}
