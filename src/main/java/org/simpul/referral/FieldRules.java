package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.referral.basis.BasisUse;
import org.simpul.referral.basis.LegalBases;
import org.simpul.shared.Problem;

/** What the fields of a draft must keep to beyond their form: the list of legal bases, and today. */
@ApplicationScoped
class FieldRules {
    private final LegalBases bases;
    private final ReferralDays days;

    FieldRules(LegalBases bases, ReferralDays days) {
        this.bases = bases;
        this.days = days;
    }

    /** @throws Problem INVALID for a legal basis that is not in force, and a suspicion that is still to be formed */
    void require(ReferralFields fields) {
        // a P1 waits for no new law
        String basis = fields.legalBasis();
        boolean good = basis != null && fields.urgency() == Urgency.P1 && bases.wasApproved(basis, BasisUse.REFERRAL);
        if (!good) {
            bases.require(basis, BasisUse.REFERRAL);
        }
        if (fields.suspicionFormedOn() != null && fields.suspicionFormedOn().isAfter(days.today())) {
            throw Problem.invalid("suspicion_formed_on", "must_be_past");
        }
    }
}
