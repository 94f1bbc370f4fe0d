package org.simpul.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;

@Entity
class Participant {
    @Id
    UUID id;

    String alias;
    String name;

    @Enumerated(EnumType.STRING)
    ParticipantKind kind;

    @Nullable
    String sector;

    String jurisdiction;

    @Enumerated(EnumType.STRING)
    ParticipantStatus status;

    String[] allowedRoles;

    @Nullable
    String agreementReference;

    @Nullable
    LocalDate agreementDate;

    @Nullable
    Instant triedFrom;

    @Nullable
    Instant testSignInAt;

    String @Nullable [] testRoles;
    long revision = 1;
    long provisionedRevision;
    Instant createdAt;

    /**
     * What the operator may do alone. It stays itself, for nobody would be left to run the hub; and for good it takes out
     * only applicants and suspended members that admit nobody.
     */
    boolean mayBecome(ParticipantStatus next) {
        return kind != ParticipantKind.OPERATOR
                && switch (next) {
                    case SUSPENDED -> status == ParticipantStatus.ADMITTED;
                    case LEFT ->
                        status == ParticipantStatus.APPLIED
                                || status == ParticipantStatus.SUSPENDED
                                        && kind != ParticipantKind.FIU
                                        && kind != ParticipantKind.SUPERVISOR;
                    default -> false;
                };
    }

    /** Whether Keycloak is like this record; an applicant that is not tried has nothing there. */
    boolean isProvisioned() {
        return provisionedRevision >= revision && (status != ParticipantStatus.APPLIED || triedFrom != null);
    }

    /** Whether people of it may agree to admissions. */
    boolean isApprover() {
        return status == ParticipantStatus.ADMITTED
                && (kind == ParticipantKind.FIU
                        || kind == ParticipantKind.SUPERVISOR
                                && List.of(allowedRoles).contains(Role.OVERSIGHT_AUDITOR.text()));
    }

    Member member() {
        return new Member(id, alias, name, kind);
    }
}
