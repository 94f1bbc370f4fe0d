package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.referral.basis.BasisUse;
import org.simpul.referral.basis.LegalBases;
import org.simpul.safeguard.ProtectedSubjects;

/** Gathers what the completeness of a version hangs on. */
@ApplicationScoped
class CompletenessReader {
    private final VersionReader versions;
    private final ProtectedSubjects protectedSubjects;
    private final TransactionRepository transactions;
    private final LegalBases bases;
    private final ReferralDays days;

    CompletenessReader(
            VersionReader versions,
            ProtectedSubjects protectedSubjects,
            TransactionRepository transactions,
            LegalBases bases,
            ReferralDays days) {
        this.versions = versions;
        this.protectedSubjects = protectedSubjects;
        this.transactions = transactions;
        this.bases = bases;
        this.days = days;
    }

    /** @param version loaded in the owner's scope */
    Completeness of(ReferralVersion version) {
        return Completeness.of(
                versions.read(version),
                new Completeness.Facts(
                        protectedSubjects.ofVersion(version.id),
                        hasBasis(version),
                        transactions.areIn(version),
                        days.today()));
    }

    /** In force now; or once, for what was handed over then, and for a P1, which does not wait for a new one. */
    private boolean hasBasis(ReferralVersion version) {
        if (version.legalBasis == null) {
            return false;
        }
        return version.urgency == Urgency.P1 || version.handedOverBy != null
                ? bases.wasApproved(version.legalBasis, BasisUse.REFERRAL)
                : bases.isApproved(version.legalBasis, BasisUse.REFERRAL);
    }
}
