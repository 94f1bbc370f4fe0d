package org.simpul.referral;

import org.simpul.audit.Act;

enum ImportAct implements Act {
    IMPORT_OPENED,
    IMPORT_PUBLISHED,
    IMPORT_FAILED,
    IMPORT_READ,
    IMPORT_WATCHED
}
