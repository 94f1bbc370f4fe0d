package org.simpul.lead;

import org.simpul.audit.Act;

enum LeadAct implements Act {
    LEAD_SUBMITTED,
    LEAD_RECEIPT_LISTED,
    LEAD_LISTED,
    LEAD_READ
}
