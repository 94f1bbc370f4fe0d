package org.simpul.sharing.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.NotAudited;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.SharedVersion;

/** What other rooms ask of consents. */
@ApplicationScoped
public class Consents {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ConsentRepository repository;
    private final InstantSource clock;

    Consents(CurrentCaller current, AccessPolicy policy, ConsentRepository repository, InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.clock = clock;
    }

    /** @return whether the originator lets the caller's institution take it out of the hub, until the transaction ends */
    @Transactional
    @NotAudited("asked inside exports that are audited themselves")
    public boolean allowsExport(SharedVersion version) {
        // a revocation waits for the copy, or the copy finds it
        repository.holdStill(version.id());
        return repository.allowsExport(policy.visibility(current.get()), version, clock.instant());
    }
}
