package org.simpul.urgency;

import org.simpul.audit.Act;

enum UrgencyAct implements Act {
    ALONE_ACT_BEGUN,
    ALONE_ACT_LISTED,
    ALONE_ACT_REVIEWED,
    ALONE_ACT_OVERDUE,
    DUTY_ROSTER_READ,
    DUTY_ROSTER_SET,
    DUTY_PERSON_CALLED,
    DUTY_ALL_CALLED,
    DUTY_ACKNOWLEDGED,
    EMERGENCY_CONTACTS_READ
}
