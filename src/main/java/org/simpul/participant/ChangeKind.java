package org.simpul.participant;

import java.util.Set;

/** What is proposed: an applicant's admission, other data of a member, or the end of a suspension. */
enum ChangeKind {
    ADMISSION(ParticipantStatus.APPLIED),
    AMENDMENT(ParticipantStatus.ADMITTED, ParticipantStatus.SUSPENDED),
    REINSTATEMENT(ParticipantStatus.SUSPENDED);

    private final Set<ParticipantStatus> from;

    ChangeKind(ParticipantStatus... from) {
        this.from = Set.of(from);
    }

    boolean fits(ParticipantStatus status) {
        return from.contains(status);
    }
}
