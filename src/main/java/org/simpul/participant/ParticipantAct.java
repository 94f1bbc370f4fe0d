package org.simpul.participant;

import org.simpul.audit.Act;

enum ParticipantAct implements Act {
    SELF_READ,
    ROLE_MISMATCH,
    PARTICIPANT_ADMITTED
}
