package org.simpul.sharing.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/** Whether person-level data may cross the border between the caller and another FIU: denied unless it is agreed. */
@ApplicationScoped
public class Agreements {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final AgreementRepository repository;
    private final InstantSource clock;

    Agreements(CurrentCaller current, AccessPolicy policy, AgreementRepository repository, InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * @param other with whom the caller's institution shares: asked only where one of them is a foreign FIU
     * @throws Problem STATE_CONFLICT when no agreement in force allows it
     */
    public void requireAcross(Member other) {
        Caller caller = current.get();
        boolean across = caller.kind() == ParticipantKind.FOREIGN_FIU || other.kind() == ParticipantKind.FOREIGN_FIU;
        if (across && !repository.keepsPersonLevel(policy.visibility(caller), other.id(), clock.instant())) {
            throw Problem.stateConflict("agreement_not_live");
        }
    }
}
