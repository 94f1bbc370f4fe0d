package org.simpul.inquiry.asking;

import org.simpul.audit.Act;

enum AskingAct implements Act {
    /** For what the searcher signs in with. */
    SUBJECT_SELF_SEARCHED
}
