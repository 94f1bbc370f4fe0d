package org.simpul.referral;

import org.junit.jupiter.api.Test;
import org.simpul.safeguard.ProtectedValue;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SameHolderTest {

    @Test
    void whatIsNamedAfterItsHolderIsTheHoldersUnderEveryType() {
        isOneHolder(true, value("EMAIL", "", "siti@surat.example"), value("E_WALLET", "paypal", "siti@surat.example"));
        isOneHolder(true, value("USERNAME", "obrolan", "siti2010"), value("E_WALLET", "dompetku", "siti2010"));
        isOneHolder(true, value("PHONE", "", "+6281299887711"), value("USERNAME", "obrolan", "+6281299887711"));
        isOneHolder(false, value("EMAIL", "", "siti@surat.example"), value("EMAIL", "", "sri@surat.example"));
        isOneHolder(false, value("USERNAME", "obrolan", "123456789"), value("BANK_ACCOUNT", "ID:014", "123456789"));
    }

    @Test
    void theZerosBeforeAnAccountNumberMakeNoOtherHolder() {
        ProtectedValue account = value("BANK_ACCOUNT", "ID:014", "0123456789");
        isOneHolder(true, account, value("BANK_ACCOUNT", "ID:014", "123456789"));
        isOneHolder(true, account, value("BANK_ACCOUNT", "ID:009", "000123456789"));
        isOneHolder(false, account, value("BANK_ACCOUNT", "ID:014", "1234567890"));
        ProtectedValue iban = value("IBAN", "", "DE89370400440532013000");
        isOneHolder(true, iban, value("BANK_ACCOUNT", "DE:37040044", "000532013000"));
        isOneHolder(true, iban, value("BANK_ACCOUNT", "DE:37040044", "532013000"));
        isOneHolder(false, iban, value("BANK_ACCOUNT", "DE:37040044", "000013000"));
    }

    private static void isOneHolder(boolean expected, ProtectedValue one, ProtectedValue other) {
        assertEquals(expected, SameHolder.of(one, other));
        assertEquals(expected, SameHolder.of(other, one));
    }

    private static ProtectedValue value(String type, String scope, String value) {
        return new ProtectedValue(type, scope, value);
    }
}
