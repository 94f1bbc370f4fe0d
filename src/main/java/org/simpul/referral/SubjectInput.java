package org.simpul.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierInput;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/**
 * A subject as the institution writes it; a PUT replaces all of it. A possible victim and anyone under 18 is protected:
 * name, remarks and identifiers then go in and do not come out again.
 */
@Schema(
        example =
                "{\"kind\":\"NATURAL_PERSON\",\"roles\":[\"FACILITATOR\"],\"age_band\":\"ADULT\",\"name\":\"Bagas Wirya\",\"remarks\":null,\"identifiers\":[{\"type\":\"BANK_ACCOUNT\",\"scope\":\"ID:014\",\"value\":\"1234567890\"}]}")
record SubjectInput(
        @NotNull SubjectKind kind,
        @NotEmpty @Size(max = 10) Set<@NotNull SubjectRole> roles,
        @NotNull AgeBand ageBand,
        @Nullable @Size(max = 200) String name,
        @Nullable @Size(max = 4_000) String remarks,
        @NotNull @Size(max = 100) @Valid List<@NotNull IdentifierInput> identifiers) {

    boolean isProtected() {
        return ageBand.isMinor() || roles.stream().anyMatch(SubjectRole::isVictim);
    }

    /** @throws Problem INVALID naming each identifier that has no canonical form */
    List<Identifier> canonical() {
        List<Violation> violations = new ArrayList<>();
        List<Identifier> found = new ArrayList<>();
        for (int i = 0; i < identifiers.size(); i++) {
            Identifier identifier = identifiers.get(i).canonical("identifiers[" + i + "]", violations);
            if (identifier != null && found.contains(identifier)) {
                violations.add(new Violation("identifiers[" + i + "].value", "repeated"));
            }
            found.add(identifier);
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return found;
    }
}
