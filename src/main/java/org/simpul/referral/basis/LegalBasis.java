package org.simpul.referral.basis;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;

/** A law under which members share. It has no owner: the list is the installation's, and the FIU keeps it. */
@Entity
@DynamicUpdate
class LegalBasis {
    @Id
    UUID id;

    String code;
    String titleId;
    String titleEn;
    String source;
    String[] uses;

    @Enumerated(EnumType.STRING)
    BasisStatus status;

    /** Null for what came with the installation. */
    @Nullable
    UUID proposedBy;

    Instant proposedAt;

    @Nullable
    UUID decidedBy;

    @Nullable
    Instant decidedAt;

    void propose(ProposeLegalBasis form, UUID person, Instant now) {
        if (status != null) {
            require(BasisStep.PROPOSE_AGAIN);
        }
        code = form.code();
        titleId = form.title().id();
        titleEn = form.title().en();
        source = form.source();
        uses = form.uses().stream().sorted().map(Enum::name).toArray(String[]::new);
        status = BasisStatus.PROPOSED;
        proposedBy = person;
        proposedAt = now;
        decidedBy = null;
        decidedAt = null;
    }

    void take(BasisStep step, UUID person, Instant now) {
        require(step);
        status = step.to(status);
        decidedBy = person;
        decidedAt = now;
    }

    private void require(BasisStep step) {
        if (!step.from().contains(status)) {
            throw Problem.stateConflict(step == BasisStep.PROPOSE_AGAIN ? "legal_basis_code_taken" : "step_not_open");
        }
    }

    List<BasisUse> usedFor() {
        return Arrays.stream(uses).map(BasisUse::valueOf).toList();
    }
}
