package org.simpul.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** How late the log and its witnesses are, as of the last look of the clocks. */
@ApplicationScoped
class LogState {
    private static final Logger LOG = Logger.getLogger(LogState.class);

    private final PublishedLog log;
    private final Cosignatures cosignatures;
    private final LogConfig config;
    private final InstantSource clock;

    private volatile Optional<Instant> checkpointAt = Optional.empty();
    private volatile Optional<Instant> quorumAt = Optional.empty();
    private volatile boolean told;

    LogState(PublishedLog log, Cosignatures cosignatures, LogConfig config, InstantSource clock) {
        this.log = log;
        this.cosignatures = cosignatures;
        this.config = config;
        this.clock = clock;
    }

    void look() {
        checkpointAt = log.newest().map(PublishedLog.Signed::at);
        quorumAt = cosignatures.since();
        boolean late = isLate(quorumAge(), config.quorumLateAfter());
        if (late && !told) {
            LOG.errorf("the audit log has no quorum of witnesses since %s", quorumAt.orElseThrow());
        } else if (!late && told) {
            LOG.info("the audit log has its quorum of witnesses again");
        }
        told = late;
    }

    /** Empty before the first look, and before the first checkpoint. */
    Optional<Duration> checkpointAge() {
        return age(checkpointAt);
    }

    /** Of the newest checkpoint that has its quorum; of the first one, if none has. */
    Optional<Duration> quorumAge() {
        return age(quorumAt);
    }

    static boolean isLate(Optional<Duration> age, Duration after) {
        return age.filter(it -> it.compareTo(after) > 0).isPresent();
    }

    static double seconds(Optional<Duration> age) {
        return age.map(it -> it.toMillis() / 1000.0).orElse(Double.NaN);
    }

    private Optional<Duration> age(Optional<Instant> since) {
        return since.map(it -> Duration.between(it, clock.instant()));
    }
}
