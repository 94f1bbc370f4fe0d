package org.simpul.referral.basis;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.FourEyes;
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

    /** Null while nobody would take it out of force. */
    @Nullable
    UUID retirementProposedBy;

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

    /**
     * @throws Problem SAME_PERSON for who proposed what it decides, STATE_CONFLICT when the table has no such edge
     */
    void take(BasisStep step, Caller caller, Instant now) {
        FourEyes.require(caller, proposerOf(step));
        require(step);
        requireRetirementProposed(step);
        status = step.to(status);
        switch (step) {
            case PROPOSE_RETIREMENT -> retirementProposedBy = caller.person();
            case DECLINE_RETIREMENT -> retirementProposedBy = null;
            default -> {
                decidedBy = caller.person();
                decidedAt = now;
            }
        }
    }

    private List<UUID> proposerOf(BasisStep step) {
        return switch (step) {
            case APPROVE, DECLINE -> Stream.ofNullable(proposedBy).toList();
            case RETIRE -> Stream.ofNullable(retirementProposedBy).toList();
            default -> List.of();
        };
    }

    private void requireRetirementProposed(BasisStep step) {
        boolean proposed = retirementProposedBy != null;
        if (step == BasisStep.PROPOSE_RETIREMENT && proposed) {
            throw Problem.stateConflict("retirement_proposed");
        }
        if ((step == BasisStep.RETIRE || step == BasisStep.DECLINE_RETIREMENT) && !proposed) {
            throw Problem.stateConflict("no_retirement_proposed");
        }
    }

    private void require(BasisStep step) {
        if (!step.from().contains(status)) {
            throw Problem.stateConflict(step == BasisStep.PROPOSE_AGAIN ? "legal_basis_code_taken" : "step_not_open");
        }
    }

    boolean isToBeRetired() {
        return status == BasisStatus.APPROVED && retirementProposedBy != null;
    }

    List<BasisUse> usedFor() {
        return Arrays.stream(uses).map(BasisUse::valueOf).toList();
    }
}
