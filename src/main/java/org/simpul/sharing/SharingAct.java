package org.simpul.sharing;

import org.simpul.audit.Act;

enum SharingAct implements Act {
    VERSION_DISCLOSED,
    DISCLOSURE_LISTED
}
