package org.simpul.identifier.screening;

import org.simpul.audit.Act;

enum ScreeningAct implements Act {
    IDENTIFIERS_SCREENED,
    SCREENING_RUN_OPENED,
    SCREENING_RUN_BEGUN,
    SCREENING_RUN_DONE,
    SCREENING_RUN_REFUSED,
    SCREENING_RUN_EXPIRED,
    SCREENING_RUN_LISTED,
    SCREENING_RUN_READ,
    SCREENING_HITS_READ
}
