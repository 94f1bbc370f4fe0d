package org.simpul.matter;

import org.simpul.audit.Act;

enum MatterAct implements Act {
    MATTER_REGISTERED,
    MATTER_LISTED
}
