package org.simpul.inquiry;

import org.simpul.audit.Act;

enum InquiryAct implements Act {
    SUBJECT_SEARCHED
}
