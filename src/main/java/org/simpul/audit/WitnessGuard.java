package org.simpul.audit;

import jakarta.enterprise.context.ApplicationScoped;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/**
 * Stops what moves much at once when nobody has stood behind the log for too long: business goes on, and no crowd of data
 * leaves or comes unwitnessed. The state is the whole hub's, and tells nothing of anybody.
 */
@ApplicationScoped
public class WitnessGuard {
    private final LogState state;
    private final LogConfig config;

    WitnessGuard(LogState state, LogConfig config) {
        this.state = state;
        this.config = config;
    }

    /** @throws Problem NOT_WITNESSED; to be asked once it is known that the caller sees the object */
    public void requireWitnessed() {
        if (LogState.isLate(state.quorumAge(), config.bulkStopsAfter())) {
            throw Problem.of(ProblemType.NOT_WITNESSED);
        }
    }
}
