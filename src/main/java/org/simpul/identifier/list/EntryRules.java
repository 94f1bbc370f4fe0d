package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.shared.Problem.Violation;
import org.simpul.sharing.Grading;

/** Makes a sound entry of what was typed, or says what is wrong with it. */
@ApplicationScoped
class EntryRules {
    private static final int NOT_TOLD = 50;
    private static final int MOST = 100;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9-]{1,32}");

    private final DecayCurves curves;
    private final InstantSource clock;

    EntryRules(DecayCurves curves, InstantSource clock) {
        this.curves = curves;
        this.clock = clock;
    }

    /**
     * @param path of this in the request; empty for a row
     * @param violations gets what is wrong
     * @return null when something is
     */
    @Nullable
    EntryRow sound(EntryInput input, String path, List<Violation> violations) {
        int before = violations.size();
        String prefix = path.isEmpty() ? "" : path + ".";
        Identifier identifier = input.identifier().canonical(prefix + "identifier", violations);
        if (input.confidence() != null && (input.confidence() < 0 || input.confidence() > MOST)) {
            violations.add(new Violation(prefix + "confidence", "out_of_range"));
        }
        if (input.typologyCode() != null && !CODE.matcher(input.typologyCode()).matches()) {
            violations.add(new Violation(prefix + "typology_code", "unknown_value"));
        }
        if (input.decay() != null && !curves.knows(input.decay())) {
            violations.add(new Violation(prefix + "decay", "unknown_curve"));
        }
        if (input.decay() != null && input.validFrom() == null) {
            violations.add(new Violation(prefix + "valid_from", "required"));
        }
        Instant until = input.validUntil();
        if (until != null && !until.isAfter(clock.instant())) {
            violations.add(new Violation(prefix + "valid_until", "in_the_past"));
        }
        if (until != null && input.validFrom() != null && !until.isAfter(input.validFrom())) {
            violations.add(new Violation(prefix + "valid_until", "before_its_beginning"));
        }
        if (violations.size() > before) {
            return null;
        }
        Grading grading = input.grading();
        return new EntryRow(
                identifier,
                input.confidence() == null ? NOT_TOLD : input.confidence(),
                grading == null ? null : grading.source(),
                grading == null ? null : grading.information(),
                input.validFrom(),
                until,
                input.decay(),
                input.typologyCode());
    }
}
