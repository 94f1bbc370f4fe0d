package org.simpul.inquiry;

import org.simpul.audit.Act;

enum InquiryAct implements Act {
    SUBJECT_SEARCHED,
    /** For what the searcher signs in with. */
    SUBJECT_SELF_SEARCHED
}
