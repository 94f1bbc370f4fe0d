package org.simpul.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;

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
    Instant testSignInAt;

    String @Nullable [] testRoles;
    long revision = 1;
    long provisionedRevision;
    Instant createdAt;

    /** The operator itself stays: nobody would be left to run the hub. */
    boolean mayBecome(ParticipantStatus next) {
        return kind != ParticipantKind.OPERATOR
                && switch (next) {
                    case SUSPENDED -> status == ParticipantStatus.ADMITTED;
                    case LEFT -> status != ParticipantStatus.LEFT;
                    default -> false;
                };
    }

    Member member() {
        return new Member(id, alias, name, kind);
    }
}
