package org.simpul.referral.basis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.simpul.audit.NotAudited;
import org.simpul.shared.Problem;

/** What the list says, for those who name a legal basis. */
@ApplicationScoped
@Transactional
public class LegalBases {
    private static final String READ = "read inside use cases that are audited themselves";

    private final LegalBasisRepository repository;

    LegalBases(LegalBasisRepository repository) {
        this.repository = repository;
    }

    /** @return whether it is in force for this use now */
    @NotAudited(READ)
    public boolean isApproved(String code, BasisUse use) {
        return repository.isApproved(code, use);
    }

    /** @return whether it is, or was until it was retired, in force for this use */
    @NotAudited(READ)
    public boolean wasApproved(String code, BasisUse use) {
        return repository.wasApproved(code, use);
    }

    /**
     * @param code null names none, which a draft may
     * @throws Problem INVALID when it is not in force for this use
     */
    @NotAudited(READ)
    public void require(@Nullable String code, BasisUse use) {
        if (code != null && !repository.isApproved(code, use)) {
            throw Problem.invalid("legal_basis", "unknown_legal_basis");
        }
    }
}
