package org.simpul.interop.goaml;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.simpul.identifier.Canonical;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.interop.reading.XmlElement;

/**
 * Accounts and wallets of a report. The standard knows bank accounts alone; for wallets the countries use its
 * account element with a type of their own or for an institution that is no bank, or an element named for it.
 */
final class GoamlAccounts {
    private static final Pattern BIC = Pattern.compile("[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?");
    private static final Pattern CLEARING_CODE = Pattern.compile("[0-9]{3}");
    private static final Pattern NO_SLUG = Pattern.compile("[^A-Za-z0-9-]");
    private static final Set<String> YES = Set.of("true", "1");

    private final GoamlConfig config;

    GoamlAccounts(GoamlConfig config) {
        this.config = config;
    }

    static boolean isAccount(String element) {
        return element.equals("account_my_client") || element.equals("t_account") || isSide(element, "account");
    }

    static boolean isWallet(String element) {
        return element.equals("wallet") || element.equals("t_wallet") || isSide(element, "wallet");
    }

    private static boolean isSide(String element, String what) {
        return element.equals("from_" + what) || element.equals("to_" + what);
    }

    /**
     * @return empty when no number is told
     * @throws org.simpul.identifier.InvalidIdentifierException when it is none
     */
    Optional<Identifier> identifier(XmlElement account) {
        boolean wallet = isWallet(account.name());
        Optional<IdentifierType> told = Stream.of("personal_account_type", "account_type", "wallet_type")
                .map(account::value)
                .flatMap(Optional::stream)
                .map(code -> Optional.ofNullable(config.accountTypes().get(code)))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<String> iban = account.value("iban");
        if (iban.isPresent() && told.isEmpty() && !wallet) {
            return Optional.of(Canonical.of(IdentifierType.IBAN, "", iban.get()));
        }
        IdentifierType type = told.orElseGet(
                () -> wallet || isOutsideOfBanks(account) ? IdentifierType.E_WALLET : IdentifierType.BANK_ACCOUNT);
        return account.first("account", "wallet_address", "wallet_number", "address")
                .flatMap(XmlElement::value)
                .map(number -> Canonical.of(type, scope(type, account), number));
    }

    private static boolean isOutsideOfBanks(XmlElement account) {
        return account.value("non_bank_institution")
                .map(it -> YES.contains(it.toLowerCase(Locale.ROOT)))
                .orElse(false);
    }

    private String scope(IdentifierType type, XmlElement account) {
        return switch (type) {
            case BANK_ACCOUNT ->
                keeper(account, "institution_code", "swift").map(this::bank).orElse("");
            case E_WALLET, USERNAME, MERCHANT_ID ->
                keeper(account, "institution_code", "provider", "institution_name", "swift")
                        .map(name -> config.institutions()
                                .getOrDefault(name, NO_SLUG.matcher(name).replaceAll("")))
                        .orElse("");
            case CRYPTO_ADDRESS ->
                keeper(account, "blockchain", "currency_code")
                        .map(name -> config.institutions().getOrDefault(name, name))
                        .orElse("");
            default -> "";
        };
    }

    private static Optional<String> keeper(XmlElement account, String... fields) {
        return Stream.of(fields).map(account::value).flatMap(Optional::stream).findFirst();
    }

    private String bank(String code) {
        String known = config.institutions().get(code);
        if (known != null) {
            return known;
        }
        Matcher bic = BIC.matcher(code.toUpperCase(Locale.ROOT));
        if (bic.matches()) {
            return bic.group(1) + ":" + code;
        }
        return CLEARING_CODE.matcher(code).matches() ? config.country() + ":" + code : code;
    }
}
