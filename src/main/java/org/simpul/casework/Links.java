package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.ExclusionReason;
import org.simpul.identifier.ExclusionService;
import org.simpul.identifier.Identifier;
import org.simpul.referral.SharedValue;
import org.simpul.referral.SharedValues;
import org.simpul.referral.Submissions;
import org.simpul.sharing.Visibility;

/** Tells what links referrals from what merely stands in many of them. */
@ApplicationScoped
class Links {
    private final Submissions submissions;
    private final ExclusionService exclusions;
    private final FalsePositives falsePositives;
    private final CaseworkConfig config;

    Links(Submissions submissions, ExclusionService exclusions, FalsePositives falsePositives, CaseworkConfig config) {
        this.submissions = submissions;
        this.exclusions = exclusions;
        this.falsePositives = falsePositives;
        this.config = config;
    }

    /**
     * Values that other referrals hold as well.
     *
     * @param suppressed those that link nobody, with the reason
     */
    record Found(List<SharedValue> telling, Map<Identifier, SuppressionReason> suppressed, int leftOut) {}

    Found of(Visibility scope, Intake intake) {
        SharedValues shared = submissions.sharedValues(intake.versionId, config.hotValueFrom());
        List<String> values = shared.values().stream()
                .map(value -> value.identifier().value())
                .toList();
        Map<Identifier, ExclusionReason> excluded = exclusions.among(values);
        Set<Identifier> nothing = falsePositives.among(scope, values);
        Map<Identifier, SuppressionReason> suppressed = new LinkedHashMap<>();
        for (SharedValue value : shared.values()) {
            SuppressionReason reason = nothing.contains(value.identifier())
                    ? SuppressionReason.FALSE_POSITIVE
                    : reason(value, excluded.get(value.identifier()));
            if (reason != null) {
                suppressed.put(value.identifier(), reason);
            }
        }
        return new Found(
                shared.values().stream()
                        .filter(value -> !suppressed.containsKey(value.identifier()))
                        .toList(),
                suppressed,
                shared.leftOut());
    }

    private static @Nullable SuppressionReason reason(SharedValue value, @Nullable ExclusionReason excluded) {
        if (excluded != null) {
            return SuppressionReason.of(excluded);
        }
        return value.many() ? SuppressionReason.HELD_BY_MANY : null;
    }
}
