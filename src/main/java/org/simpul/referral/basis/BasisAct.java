package org.simpul.referral.basis;

import org.simpul.audit.Act;

enum BasisAct implements Act {
    LEGAL_BASIS_LISTED,
    LEGAL_BASIS_PROPOSED,
    LEGAL_BASIS_APPROVED,
    LEGAL_BASIS_DECLINED,
    LEGAL_BASIS_RETIREMENT_PROPOSED,
    LEGAL_BASIS_RETIREMENT_DECLINED,
    LEGAL_BASIS_RETIRED
}
