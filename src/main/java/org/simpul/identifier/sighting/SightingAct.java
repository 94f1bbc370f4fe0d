package org.simpul.identifier.sighting;

import org.simpul.audit.Act;

enum SightingAct implements Act {
    SIGHTING_REPORTED,
    SIGHTING_LISTED,
    SIGHTING_SUMMED
}
