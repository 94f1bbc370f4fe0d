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
}
