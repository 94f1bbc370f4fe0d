package org.simpul.interop.iso20022;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Canonical;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.interop.reading.XmlElement;
import org.simpul.interop.tabular.ImportMapping;

/** Accounts as messages name them, under the institution that keeps them. */
final class Accounts {
    private static final Pattern BIC = Pattern.compile("[A-Z]{4}([A-Z]{2})[A-Z0-9]{2}(?:[A-Z0-9]{3})?");
    /** Codes of clearing systems begin with their country (ExternalClearingSystemIdentification1Code). */
    private static final Pattern CLEARING_SYSTEM = Pattern.compile("([A-Z]{2})[A-Z]{3}");

    private static final String DOMESTIC = "BBAN";

    private final IsoConfig config;
    private final ImportMapping mapping;

    Accounts(IsoConfig config, ImportMapping mapping) {
        this.config = config;
        this.mapping = mapping;
    }

    /**
     * @param account a {@code CashAccount}; its {@code Id} is an IBAN or another number under a scheme
     * @param institution who keeps it, a {@code FinInstnId}; null when the message does not say
     * @return empty when the message names no number
     * @throws org.simpul.identifier.InvalidIdentifierException when it is none
     */
    Optional<Identifier> identifier(XmlElement account, @Nullable XmlElement institution) {
        Optional<String> iban = account.value("Id", "IBAN");
        if (iban.isPresent()) {
            return Optional.of(Canonical.of(IdentifierType.IBAN, "", iban.get()));
        }
        return account.value("Id", "Othr", "Id")
                .or(() -> account.value("Prxy", "Id"))
                .map(number -> other(account, institution, number));
    }

    private Identifier other(XmlElement account, @Nullable XmlElement institution, String number) {
        ImportMapping.Account unless = mapping.account();
        IdentifierType type = scheme(account)
                .or(() -> Optional.ofNullable(unless).map(ImportMapping.Account::type))
                .orElse(IdentifierType.BANK_ACCOUNT);
        return Canonical.of(type, scope(type, account, institution), number);
    }

    private Optional<IdentifierType> scheme(XmlElement account) {
        return Stream.of(
                        account.value("Id", "Othr", "SchmeNm", "Cd"),
                        account.value("Id", "Othr", "SchmeNm", "Prtry"),
                        account.value("Prxy", "Tp", "Cd"),
                        account.value("Tp", "Prtry"))
                .flatMap(Optional::stream)
                .map(this::type)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<IdentifierType> type(String scheme) {
        if (config.schemes().containsKey(scheme)) {
            return Optional.of(config.schemes().get(scheme));
        }
        return switch (scheme) {
            case DOMESTIC -> Optional.of(IdentifierType.BANK_ACCOUNT);
            case "TELE" -> Optional.of(IdentifierType.PHONE);
            case "EMAL" -> Optional.of(IdentifierType.EMAIL);
            default ->
                Stream.of(IdentifierType.values())
                        .filter(own -> own.name().equals(scheme.toUpperCase(Locale.ROOT)))
                        .findFirst();
        };
    }

    private String scope(IdentifierType type, XmlElement account, @Nullable XmlElement institution) {
        ImportMapping.Account unless = mapping.account();
        return switch (type) {
            case BANK_ACCOUNT, E_WALLET, USERNAME, MERCHANT_ID, CRYPTO_ADDRESS ->
                (type == IdentifierType.CRYPTO_ADDRESS
                                ? account.value("Id", "Othr", "Issr")
                                : keeper(type, account, institution))
                        .or(() -> Optional.ofNullable(unless)
                                .filter(all -> all.type() == type)
                                .map(ImportMapping.Account::scope))
                        .orElse("");
            case NATIONAL_ID, PASSPORT -> config.country();
            default -> "";
        };
    }

    private Optional<String> keeper(IdentifierType type, XmlElement account, @Nullable XmlElement institution) {
        Optional<String> issuer = account.value("Id", "Othr", "Issr");
        if (institution == null) {
            return issuer.map(this::ours);
        }
        Optional<String> bic = institution.first("BICFI", "BIC").flatMap(XmlElement::value);
        Optional<String> member = institution.value("ClrSysMmbId", "MmbId");
        Optional<String> name = institution.value("Othr", "Id").or(() -> institution.value("Nm"));
        Stream<Optional<String>> inOrder = type == IdentifierType.BANK_ACCOUNT
                ? Stream.of(member.map(code -> clearing(institution, code)), bic.map(this::bank), name.map(this::ours))
                : Stream.of(name.map(this::ours), member.map(this::ours), bic.map(this::ours));
        return inOrder.flatMap(Optional::stream).findFirst().or(() -> issuer.map(this::ours));
    }

    private String ours(String theirs) {
        return config.institutions().getOrDefault(theirs, theirs);
    }

    private String bank(String bic) {
        Matcher matcher = BIC.matcher(bic.toUpperCase(Locale.ROOT));
        String scope = matcher.matches() ? matcher.group(1) + ":" + bic : bic;
        return config.institutions().getOrDefault(bic, scope);
    }

    private String clearing(XmlElement institution, String code) {
        String country = institution
                .value("ClrSysMmbId", "ClrSysId", "Cd")
                .map(CLEARING_SYSTEM::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .orElse(config.country());
        return config.institutions().getOrDefault(code, country + ":" + code);
    }
}
