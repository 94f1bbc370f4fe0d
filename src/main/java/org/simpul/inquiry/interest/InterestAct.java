package org.simpul.inquiry.interest;

import org.simpul.audit.Act;

enum InterestAct implements Act {
    INTEREST_REGISTERED,
    INTEREST_WITHDRAWN,
    INTEREST_SILENCED,
    INTEREST_SILENCE_ENDED,
    INTEREST_ENDED,
    INTEREST_LISTED,
    INTERESTS_MET,
    INTERESTS_TOLD,
    INTEREST_MEETING_LISTED,
    INTEREST_CONTACT_LISTED
}
