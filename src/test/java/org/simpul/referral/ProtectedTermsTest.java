package org.simpul.referral;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.simpul.safeguard.ProtectedDetails;
import org.simpul.safeguard.ProtectedValue;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProtectedTermsTest {
    private static final List<ProtectedDetails> CHILD = List.of(new ProtectedDetails(
            "Siti Aminah", List.of(new ProtectedValue("BANK_ACCOUNT", "ID:014", "1234567890")), null));

    @Test
    void anotherSpellingTellsTheSubjectToo() {
        List<ProtectedDetails> child = List.of(new ProtectedDetails("Siti Aminah", List.of(), null)
                .with(new ProtectedDetails("Sity Amienah", List.of(), null)));
        for (String text : List.of("untuk Siti Aminah", "TRF_SITYAMIENAH", "kepada amienah")) {
            assertTrue(ProtectedTerms.areIn(text, child), text);
        }
        assertTrue(ProtectedTerms.areInName("Sity Amienah", child));
    }

    @Test
    void theFormsThatRemarksUseTellTheSubject() {
        for (String text : List.of(
                "TRF_SITI_AMINAH",
                "SITIAMINAH",
                "TRFSITIAMINAH",
                "SITI2010",
                "REK1234567890",
                "TRF_1234567890_X",
                "1234-567-890",
                "siti/aminah")) {
            assertTrue(ProtectedTerms.areIn(text, CHILD), text);
        }
    }

    @Test
    void aLongerWordOrNumberTellsNobody() {
        for (String text : List.of("SITIKUS", "kesitin", "91234567890", "12345678901")) {
            assertFalse(ProtectedTerms.areIn(text, CHILD), text);
        }
    }

    @Test
    void aWalletNamedByATelephoneNumberIsFoundAsPeopleWriteIt() {
        List<ProtectedDetails> child = having("E_WALLET", "dompetku", "+6281234567890");
        for (String text : List.of("pays 0812-3456-7890", "62 812 3456 7890", "81234567890", "VA 39010812 34567890")) {
            assertTrue(ProtectedTerms.areIn(text, child), text);
        }
        assertFalse(ProtectedTerms.areIn("0812-3456-78901", child));
        assertFalse(ProtectedTerms.areIn("a name, ++sekarwangi", having("USERNAME", "obrolan", "+dewi-sekarwangi")));
    }

    @Test
    void theZerosBeforeAnAccountNumberHideNobody() {
        List<ProtectedDetails> child = having("BANK_ACCOUNT", "ID:014", "0123456789");
        for (String text : List.of("0123456789", "rek 123456789", "000-123-456-789", "REK0123456789")) {
            assertTrue(ProtectedTerms.areIn(text, child), text);
        }
        assertFalse(ProtectedTerms.areIn("9123456789", child));
        // what is left is too short to tell an account from an amount
        assertFalse(ProtectedTerms.areIn("Rp 14730", having("BANK_ACCOUNT", "ID:014", "0000014730")));
        assertTrue(ProtectedTerms.areIn("0000014730", having("BANK_ACCOUNT", "ID:014", "0000014730")));
    }

    private static List<ProtectedDetails> having(String type, String scope, String value) {
        return List.of(new ProtectedDetails(null, List.of(new ProtectedValue(type, scope, value)), null));
    }
}
