package org.simpul.sharing;

import org.simpul.audit.Act;

enum SharingAct implements Act {
    VERSION_DISCLOSED,
    VERSION_RECALLED,
    DISCLOSURE_LISTED
}
