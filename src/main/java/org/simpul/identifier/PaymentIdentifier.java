package org.simpul.identifier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/**
 * Where money goes, as it was typed: IBAN, BANK_ACCOUNT, E_WALLET, CRYPTO_ADDRESS or MERCHANT_ID; nothing that names a
 * person or a place on the web.
 *
 * @param scope the bank, provider or chain; may be left out where the type has none
 */
@Schema(example = "{\"type\":\"BANK_ACCOUNT\",\"scope\":\"ID:014\",\"value\":\"1234567890\"}")
public record PaymentIdentifier(
        @NotNull IdentifierType type, @Nullable @Size(max = 64) String scope, @NotBlank @Size(max = 512) String value) {
    private static final Set<IdentifierType> TYPES = EnumSet.of(
            IdentifierType.IBAN,
            IdentifierType.BANK_ACCOUNT,
            IdentifierType.E_WALLET,
            IdentifierType.CRYPTO_ADDRESS,
            IdentifierType.MERCHANT_ID);

    /**
     * @param field of the request that holds them
     * @return the canonical forms, each once
     * @throws Problem INVALID naming each that has none
     */
    public static List<Identifier> canonical(String field, List<PaymentIdentifier> typed) {
        List<Violation> violations = new ArrayList<>();
        List<Identifier> identifiers = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            PaymentIdentifier one = typed.get(i);
            String path = field + "[" + i + "]";
            if (!TYPES.contains(one.type)) {
                violations.add(new Violation(path + ".type", "not_a_payment_identifier"));
                continue;
            }
            try {
                identifiers.add(Canonical.of(one.type, one.scope == null ? "" : one.scope, one.value));
            } catch (InvalidIdentifierException e) {
                violations.add(e.at(path));
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return identifiers.stream().distinct().toList();
    }
}
