package org.simpul.referral;

import org.simpul.identifier.IdentifierType;
import org.simpul.safeguard.ProtectedValue;

/**
 * Whether two identifiers lead to the same person although type or scope differ: a wallet is opened under a telephone
 * number, the same number at several providers; an IBAN ends with the account number, and a bank is written in several
 * ways. Rather one party too many is masked than a child told.
 */
final class SameHolder {
    /** Shorter account numbers end too many IBANs by chance. */
    private static final int SHORTEST_ENDING = 6;

    private static final String PHONE = IdentifierType.PHONE.name();
    private static final String E_WALLET = IdentifierType.E_WALLET.name();
    private static final String BANK_ACCOUNT = IdentifierType.BANK_ACCOUNT.name();
    private static final String IBAN = IdentifierType.IBAN.name();

    private SameHolder() {}

    static boolean of(ProtectedValue one, ProtectedValue other) {
        if (isNumberOfSubscriber(one.type()) && isNumberOfSubscriber(other.type())) {
            return one.value().equals(other.value());
        }
        if (one.type().equals(BANK_ACCOUNT) && other.type().equals(BANK_ACCOUNT)) {
            return one.value().equals(other.value());
        }
        return one.equals(other) || endsWith(one, other) || endsWith(other, one);
    }

    /**
     * The same as a condition on a transaction's party, with parameters {@code :type}, {@code :scope} and
     * {@code :value} of the identifier.
     *
     * @param side {@code from} or {@code to}
     */
    static String condition(String side) {
        return """
                ((:type in ('PHONE', 'E_WALLET') and t.%1$sType in ('PHONE', 'E_WALLET') and t.%1$sValue = :value)
                or (:type = 'BANK_ACCOUNT' and t.%1$sType = 'BANK_ACCOUNT' and t.%1$sValue = :value)
                or (:type = 'BANK_ACCOUNT' and t.%1$sType = 'IBAN' and length(:value) >= %2$d
                  and right(t.%1$sValue, length(:value)) = :value)
                or (:type = 'IBAN' and t.%1$sType = 'BANK_ACCOUNT' and length(t.%1$sValue) >= %2$d
                  and right(:value, length(t.%1$sValue)) = t.%1$sValue)
                or (t.%1$sType = :type and t.%1$sScope = :scope and t.%1$sValue = :value))
                """
                .formatted(side, SHORTEST_ENDING);
    }

    private static boolean isNumberOfSubscriber(String type) {
        return type.equals(PHONE) || type.equals(E_WALLET);
    }

    private static boolean endsWith(ProtectedValue iban, ProtectedValue account) {
        return iban.type().equals(IBAN)
                && account.type().equals(BANK_ACCOUNT)
                && account.value().length() >= SHORTEST_ENDING
                && iban.value().endsWith(account.value());
    }
}
