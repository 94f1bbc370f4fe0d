package org.simpul.casework;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The FIU's standing rule.
 *
 * @param live what is in force; null while it is off, as it is from the beginning
 * @param proposed what waits for a second person; null when nothing does
 * @param revision what its entity tag is made of
 */
@Schema(name = "StandingRule")
record StandingRuleView(@Nullable Rule live, @Nullable Rule proposed, long revision) {

    /**
     * A rule.
     *
     * @param digest SHA-256 over the rule, in hexadecimal; the decision names it
     * @param proposedBy login
     * @param decidedBy login; null until it is decided on
     */
    @Schema(name = "StandingRuleText")
    record Rule(
            UUID id,
            StandingRuleForm rule,
            String digest,
            @Nullable String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static Rule from(StandingRule rule, Map<UUID, String> logins) {
            return new Rule(
                    rule.id,
                    rule.form(),
                    rule.digest,
                    logins.get(rule.proposedBy),
                    rule.proposedAt,
                    rule.decidedBy == null ? null : logins.get(rule.decidedBy),
                    rule.decidedAt);
        }
    }
}
