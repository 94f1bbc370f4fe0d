package org.simpul.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AccessPageTest {
    private static final Path PAGE = Path.of("docs", "access.md");

    @Test
    void thePageSaysWhatTheRolesAndTheMatrixSay() throws IOException {
        String page = AccessPage.of(Table.read());
        if (Boolean.getBoolean("simpul.access.write")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.readString(PAGE), "write it anew: -Dtest=AccessPageTest -Dsimpul.access.write=true");
    }
}
