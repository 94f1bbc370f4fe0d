package org.simpul.audit;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether members can verify the log; a hub whose log is late goes on, so this is not asked for readiness. */
@Wellness
@ApplicationScoped
class LogHealth implements HealthCheck {
    /** What a receipt promises. */
    private static final Duration DUE = Duration.ofSeconds(60);

    private final LogState state;
    private final LogKeys keys;
    private final LogConfig config;

    LogHealth(LogState state, LogKeys keys, LogConfig config) {
        this.state = state;
        this.keys = keys;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        boolean published = keys.signer().isPresent()
                && state.checkpointAge().isPresent()
                && !LogState.isLate(state.checkpointAge(), DUE);
        boolean witnessed = !LogState.isLate(state.quorumAge(), config.quorumLateAfter());
        return HealthCheckResponse.named("audit log")
                .status(published && witnessed)
                .withData("published", published)
                .withData("witnessed", witnessed)
                .build();
    }
}
