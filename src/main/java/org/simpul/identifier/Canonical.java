package org.simpul.identifier;

import static org.simpul.identifier.IdentifierProblem.TOO_LONG;
import static org.simpul.identifier.IdentifierProblem.UNKNOWN_SCOPE;

/**
 * The one way from what people type to what is stored, listed and screened. Institutions match by equality on this
 * form, so a difference is a silent miss: the vectors in {@code identifier/vectors.csv} are the published contract, and
 * a canonical identifier put in again comes out unchanged.
 */
public final class Canonical {
    private static final int LONGEST = 512;
    private static final int LONGEST_URL = 2048;
    private static final int LONGEST_SCOPE = 64;

    private Canonical() {}

    /**
     * The canonical identifier of what was typed or imported.
     *
     * @param type  the kind
     * @param scope the type's scope, a friendly name of it (a chain's ticker), for PHONE the country that a number
     *     without a country code belongs to (Indonesia if empty); empty for other types without a scope
     * @param input at most 512 UTF-16 characters, 2048 for a URL; surrounding white space is ignored
     * @throws InvalidIdentifierException naming the problem and never the value
     */
    public static Identifier of(IdentifierType type, String scope, String input) {
        int longest = type == IdentifierType.URL ? LONGEST_URL : LONGEST;
        String where = scope.isBlank() ? "" : Characters.normalised(scope, LONGEST_SCOPE);
        // A URL's path is the server's own bytes: normalising it would name another page.
        String text =
                type == IdentifierType.URL ? Characters.cleaned(input, longest) : Characters.normalised(input, longest);
        Identifier identifier =
                switch (type) {
                    case IBAN -> unscoped(type, where, BankAccount.iban(text));
                    case BANK_ACCOUNT -> new Identifier(type, BankAccount.scope(where), BankAccount.number(text));
                    case E_WALLET -> new Identifier(type, Scope.slug(where), Wallet.account(text));
                    case PHONE -> new Identifier(type, "", Phone.e164(text, where));
                    case CRYPTO_ADDRESS -> CryptoAddress.of(where, text);
                    case EMAIL -> unscoped(type, where, Mailbox.canonical(text));
                    case USERNAME -> new Identifier(type, Scope.slug(where), Username.canonical(text));
                    case NATIONAL_ID -> nationalId(Scope.country(where), text);
                    case PASSPORT -> new Identifier(type, Scope.country(where), DocumentNumber.passport(text));
                    case MERCHANT_ID -> new Identifier(type, Scope.slug(where), DocumentNumber.merchant(text));
                    case DEVICE_ID -> DeviceId.of(where, text);
                    case IP -> unscoped(type, where, InternetAddress.canonical(text));
                    case DOMAIN -> unscoped(type, where, HostName.defanged(HostName.ascii(text)));
                    case URL -> unscoped(type, where, WebAddress.canonical(text));
                };
        // Punycode, percent signs and defanging lengthen; what is stored must be accepted again.
        if (identifier.value().length() > longest) {
            throw new InvalidIdentifierException(TOO_LONG);
        }
        return identifier;
    }

    private static Identifier nationalId(String country, String text) {
        return new Identifier(IdentifierType.NATIONAL_ID, country, DocumentNumber.national(country, text));
    }

    private static Identifier unscoped(IdentifierType type, String scope, String value) {
        if (!scope.isEmpty()) {
            throw new InvalidIdentifierException(UNKNOWN_SCOPE);
        }
        return new Identifier(type, "", value);
    }
}
