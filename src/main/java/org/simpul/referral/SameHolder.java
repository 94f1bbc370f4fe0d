package org.simpul.referral;

import java.util.Set;
import org.simpul.identifier.IdentifierType;
import org.simpul.safeguard.ProtectedValue;

/**
 * Whether two identifiers lead to the same person although type or scope differ: a wallet is opened under a telephone
 * number, a mail address or a user name, the same at several providers; an IBAN ends with the account number, a bank is
 * written in several ways, and a spreadsheet drops leading zeros. Rather one party too many is masked than a child told.
 */
final class SameHolder {
    /** Shorter account numbers end too many IBANs by chance. */
    private static final int SHORTEST_ENDING = 6;

    /** What somebody is reached under, and opens the next account with. */
    private static final Set<String> REACHED = Set.of(
            IdentifierType.PHONE.name(),
            IdentifierType.E_WALLET.name(),
            IdentifierType.EMAIL.name(),
            IdentifierType.USERNAME.name());

    private static final String BANK_ACCOUNT = IdentifierType.BANK_ACCOUNT.name();
    private static final String IBAN = IdentifierType.IBAN.name();

    private SameHolder() {}

    static boolean of(ProtectedValue one, ProtectedValue other) {
        if (REACHED.contains(one.type()) && REACHED.contains(other.type())) {
            return one.value().equals(other.value());
        }
        if (one.type().equals(BANK_ACCOUNT) && other.type().equals(BANK_ACCOUNT)) {
            return withoutZeros(one.value()).equals(withoutZeros(other.value()));
        }
        return one.equals(other) || endsWith(one, other) || endsWith(other, one);
    }

    /**
     * The same as a condition in SQL on a transaction's party, with parameters {@code :type}, {@code :scope} and
     * {@code :value} of the identifier.
     *
     * @param side {@code from} or {@code to}
     */
    static String condition(String side) {
        return """
                ((:type in ('PHONE', 'E_WALLET', 'EMAIL', 'USERNAME')
                  and %1$s_type in ('PHONE', 'E_WALLET', 'EMAIL', 'USERNAME') and %1$s_value = :value)
                or (:type = 'BANK_ACCOUNT' and %1$s_type = 'BANK_ACCOUNT' and %2$s = %3$s)
                or (:type = 'BANK_ACCOUNT' and %1$s_type = 'IBAN' and length(%3$s) >= %4$d
                  and right(%1$s_value, length(%3$s)) = %3$s)
                or (:type = 'IBAN' and %1$s_type = 'BANK_ACCOUNT' and length(%2$s) >= %4$d
                  and right(:value, length(%2$s)) = %2$s)
                or (%1$s_type = :type and %1$s_scope = :scope and %1$s_value = :value))
                """
                .formatted(
                        side,
                        "trim(leading '0' from " + side + "_value)",
                        "trim(leading '0' from :value)",
                        SHORTEST_ENDING);
    }

    /** An account number as it is left by a spreadsheet that took it for a number. */
    static String withoutZeros(String account) {
        return account.replaceFirst("^0+", "");
    }

    private static boolean endsWith(ProtectedValue iban, ProtectedValue account) {
        String ending = withoutZeros(account.value());
        return iban.type().equals(IBAN)
                && account.type().equals(BANK_ACCOUNT)
                && ending.length() >= SHORTEST_ENDING
                && iban.value().endsWith(ending);
    }
}
