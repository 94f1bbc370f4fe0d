package org.simpul.identifier.screening;

import org.simpul.audit.Act;

enum ScreeningAct implements Act {
    IDENTIFIERS_SCREENED
}
