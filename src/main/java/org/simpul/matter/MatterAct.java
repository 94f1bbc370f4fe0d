package org.simpul.matter;

import org.simpul.audit.Act;

enum MatterAct implements Act {
    MATTER_REGISTERED,
    MATTER_LISTED,
    MATTER_EXTENDED,
    MATTER_CLOSED,
    MATTER_WARNED,
    MATTER_EXPIRED
}
