package org.simpul.lead;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that whoever submits a lead ever learns of it: that it came. */
@Schema(name = "LeadReceipt")
record LeadReceipt(UUID id, Status status) {

    /** There is no other. */
    enum Status {
        RECEIVED
    }

    static LeadReceipt of(Lead lead) {
        return new LeadReceipt(lead.id, Status.RECEIVED);
    }
}
