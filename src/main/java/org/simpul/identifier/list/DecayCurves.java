package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.list.ListConfig.Curve;

/** What is left of a confidence: computed whenever it is read, and never stored. */
@ApplicationScoped
class DecayCurves {
    private final ListConfig config;

    DecayCurves(ListConfig config) {
        this.config = config;
    }

    boolean knows(String curve) {
        return config.decay().containsKey(curve);
    }

    /**
     * @param confidence 0 to 100, as it was given
     * @param curve null, or one that is not configured any more, for none
     * @param from when it began to fall
     * @return 0 to 100
     */
    int left(int confidence, @Nullable String curve, Instant from, Instant now) {
        Curve chosen = curve == null ? null : config.decay().get(curve);
        if (chosen == null || !now.isAfter(from)) {
            return confidence;
        }
        double age = (double) Duration.between(from, now).toMillis()
                / chosen.lifetime().toMillis();
        return age >= 1 ? 0 : (int) Math.round(confidence * (1 - Math.pow(age, 1 / chosen.speed())));
    }
}
