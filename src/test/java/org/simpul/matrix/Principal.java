package org.simpul.matrix;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;

/** Who asks: every role under each kind that it counts under, and those whom the door must stop. */
enum Principal {
    ANONYMOUS(null, null),
    EXPIRED_TOKEN(ParticipantKind.REPORTING_ENTITY, Role.COMPLIANCE_OFFICER),
    WRONG_AUDIENCE(ParticipantKind.REPORTING_ENTITY, Role.COMPLIANCE_OFFICER),
    SUSPENDED(ParticipantKind.REPORTING_ENTITY, Role.COMPLIANCE_OFFICER),
    ROLE_OF_ANOTHER_KIND(ParticipantKind.REPORTING_ENTITY, Role.FIU_SUPERVISOR),
    INVESTIGATOR(ParticipantKind.REPORTING_ENTITY, Role.INVESTIGATOR),
    COMPLIANCE_OFFICER(ParticipantKind.REPORTING_ENTITY, Role.COMPLIANCE_OFFICER),
    FIU_ANALYST(ParticipantKind.FIU, Role.FIU_ANALYST),
    FIU_SUPERVISOR(ParticipantKind.FIU, Role.FIU_SUPERVISOR),
    FIU_OVERSIGHT_AUDITOR(ParticipantKind.FIU, Role.OVERSIGHT_AUDITOR),
    LE_OFFICER(ParticipantKind.LAW_ENFORCEMENT, Role.LE_OFFICER),
    LE_SUPERVISOR(ParticipantKind.LAW_ENFORCEMENT, Role.LE_SUPERVISOR),
    FOREIGN_FIU_ANALYST(ParticipantKind.FOREIGN_FIU, Role.FOREIGN_FIU_ANALYST),
    FOREIGN_FIU_SUPERVISOR(ParticipantKind.FOREIGN_FIU, Role.FOREIGN_FIU_SUPERVISOR),
    PARTNER_ANALYST(ParticipantKind.PARTNER, Role.PARTNER_ANALYST),
    SUPERVISOR_PARTNER_ANALYST(ParticipantKind.SUPERVISOR, Role.PARTNER_ANALYST),
    OVERSIGHT_AUDITOR(ParticipantKind.SUPERVISOR, Role.OVERSIGHT_AUDITOR),
    PARTICIPANT_ADMIN(ParticipantKind.REPORTING_ENTITY, Role.PARTICIPANT_ADMIN),
    PARTICIPANT_OVERSEER(ParticipantKind.REPORTING_ENTITY, Role.PARTICIPANT_OVERSEER),
    FIU_PARTICIPANT_OVERSEER(ParticipantKind.FIU, Role.PARTICIPANT_OVERSEER),
    LE_PARTICIPANT_OVERSEER(ParticipantKind.LAW_ENFORCEMENT, Role.PARTICIPANT_OVERSEER),
    PLATFORM_OPERATOR(ParticipantKind.OPERATOR, Role.PLATFORM_OPERATOR);

    final @Nullable ParticipantKind kind;
    final @Nullable Role role;

    Principal(@Nullable ParticipantKind kind, @Nullable Role role) {
        this.kind = kind;
        this.role = role;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Stopped before anybody asks what it may do. */
    boolean isUnauthenticated() {
        return this == ANONYMOUS || this == EXPIRED_TOKEN || this == WRONG_AUDIENCE;
    }

    /** @return whether its role counts: it is admitted, and of the right kind */
    boolean counts() {
        return !isUnauthenticated() && this != SUSPENDED && role.countsUnder(kind);
    }
}
