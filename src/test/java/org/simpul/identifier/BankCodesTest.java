package org.simpul.identifier;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class BankCodesTest {

    @Test
    void theOperatorsTableMakesOneBankOfBicAndClearingCode() {
        BankCodes table = new BankCodes(Map.of("CENAIDJA", "014"));
        assertEquals("014", table.canonical("ID", "014"));
        assertEquals("014", table.canonical("ID", "CENAIDJA"));
        assertEquals("014", table.canonical("ID", "CENAIDJAXXX"));
        assertEquals("BMRIIDJA", table.canonical("ID", "BMRIIDJA"));
        assertEquals("CENAIDJA", new BankCodes(Map.of()).canonical("ID", "CENAIDJA"));
    }

    @Test
    void aTableOfSomethingElseStopsTheStart() {
        for (Map<String, String> table : List.of(
                Map.of("014", "CENAIDJA"),
                Map.of("CENAIDJAXXX", "014"),
                Map.of("CENAIDJA", "14"),
                Map.of("DBSSSGSG", "046"))) {
            assertThrows(IllegalArgumentException.class, () -> new BankCodes(table));
        }
    }
}
