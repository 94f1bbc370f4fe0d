package org.simpul.identifier;

import org.simpul.audit.Act;

enum IdentifierAct implements Act {
    EXCLUSION_LISTED,
    EXCLUSION_ADDED,
    EXCLUSION_REMOVED
}
