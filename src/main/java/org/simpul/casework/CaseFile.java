package org.simpul.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.FourEyes;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** The FIU's case: groups intakes. Never disclosed. */
@Entity
@DynamicUpdate
class CaseFile {
    @Id
    UUID id;

    UUID owner;
    String reference;
    String title;
    UUID openedBy;
    Instant openedAt;

    @Enumerated(EnumType.STRING)
    CaseStatus status = CaseStatus.OPEN;

    /** Kept to its team, and to whom a grant opens it for a time. */
    boolean restricted;

    @Nullable
    UUID reopeningProposedBy;

    long revision;

    /**
     * @throws Problem FORBIDDEN when the caller's roles do not take this step, STATE_CONFLICT when the status does not
     *     allow it, SAME_PERSON for who would reopen what it proposed to reopen
     */
    void take(CaseStep step, Caller caller) {
        if (!step.permission().map(caller::may).orElse(false)) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        if (!step.from().contains(status)) {
            throw Problem.stateConflict("case_step_not_open");
        }
        switch (step) {
            case PROPOSE_REOPENING -> {
                if (reopeningProposedBy != null) {
                    throw Problem.stateConflict("reopening_proposed");
                }
                reopeningProposedBy = caller.person();
            }
            case REOPEN -> FourEyes.require(caller, List.of(endReopening()));
            case DECLINE_REOPENING -> endReopening();
            default -> {
                // the status alone moves
            }
        }
        status = step.to(status);
        revision++;
    }

    /** @throws Problem STATE_CONFLICT when it is closed */
    void requireOpen() {
        if (status != CaseStatus.OPEN) {
            throw Problem.stateConflict("case_closed");
        }
    }

    private UUID endReopening() {
        if (reopeningProposedBy == null) {
            throw Problem.stateConflict("no_reopening_proposed");
        }
        UUID proposer = reopeningProposedBy;
        reopeningProposedBy = null;
        return proposer;
    }
}
