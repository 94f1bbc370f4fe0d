package org.simpul.typology;

import org.simpul.audit.Act;

enum TypologyAct implements Act {
    TYPOLOGY_DRAFTED,
    TYPOLOGY_EDITED,
    TYPOLOGY_LISTED,
    TYPOLOGY_READ,
    TYPOLOGY_HANDED_OVER,
    TYPOLOGY_RETURNED,
    TYPOLOGY_PUBLISHED,
    TYPOLOGY_VERSION_OPENED
}
