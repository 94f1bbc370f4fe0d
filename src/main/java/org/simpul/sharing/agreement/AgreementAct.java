package org.simpul.sharing.agreement;

import org.simpul.audit.Act;

enum AgreementAct implements Act {
    AGREEMENT_PROPOSED,
    AGREEMENT_APPROVED,
    AGREEMENT_DECLINED,
    AGREEMENT_REPLACED,
    AGREEMENT_ENDED,
    AGREEMENT_LISTED,
    AGREEMENT_READ
}
