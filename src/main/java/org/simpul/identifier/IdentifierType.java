package org.simpul.identifier;

/** The kinds of identifier that can be listed, screened and linked. Names of people are none of them. */
public enum IdentifierType {
    /** International bank account number (ISO 13616). No scope. */
    IBAN,
    /** Domestic account. Scope: country and bank code, {@code ID:014}. */
    BANK_ACCOUNT,
    /** Account at an e-money or wallet provider. Scope: the provider's slug. */
    E_WALLET,
    /** Telephone number (ITU-T E.164). No scope. */
    PHONE,
    /** Address on a blockchain. Scope: the chain's CAIP-2 id, {@code eip155:1}. */
    CRYPTO_ADDRESS,
    /** Mailbox. No scope. */
    EMAIL,
    /** Account name on a platform. Scope: the platform's slug. */
    USERNAME,
    /** National identity number. Scope: the country, ISO 3166-1 alpha-2. */
    NATIONAL_ID,
    /** Passport number. Scope: the issuing country, ISO 3166-1 alpha-2. */
    PASSPORT,
    /** Merchant or card acceptor id. Scope: the acquirer's slug. */
    MERCHANT_ID,
    /** Device. Scope: the kind of id, one of imei, android, ios, mac, other. */
    DEVICE_ID,
    /** IPv4 or IPv6 address. No scope. */
    IP,
    /** Domain name, kept defanged. No scope. */
    DOMAIN,
    /** Web address (http, https), kept defanged. No scope. */
    URL
}
