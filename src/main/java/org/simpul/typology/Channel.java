package org.simpul.typology;

/** By what road the money moves. */
public enum Channel {
    BANK_TRANSFER,
    E_WALLET,
    REMITTANCE,
    CARD,
    CASH,
    VIRTUAL_ASSET,
    PAYMENT_GATEWAY,
    GIFT_CARD,
    PLATFORM
}
