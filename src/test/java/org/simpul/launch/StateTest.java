package org.simpul.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StateTest {

    @TempDir
    Path folder;

    @Test
    void aFolderMadeForTheSameRealmsAndUrlsOpensAgain() {
        new State(folder.resolve("state")).open("hub http://localhost:8080");
        assertDoesNotThrow(() -> new State(folder.resolve("state")).open("hub http://localhost:8080"));
    }

    @Test
    void aFolderMadeForOtherUrlsIsRefusedAndNamesThemAndTheWayOut() {
        new State(folder.resolve("state")).open("hub http://localhost:8080");
        var refused = assertThrows(
                LaunchFailure.class, () -> new State(folder.resolve("state")).open("hub http://localhost:9999"));
        assertTrue(refused.getMessage().contains("made for: hub http://localhost:8080"), refused.getMessage());
        assertTrue(refused.getMessage().contains("./simpul reset"), refused.getMessage());
    }

    @Test
    void aFolderWithoutAMarkIsTakenForAnOlderOne() throws IOException {
        Files.createDirectory(folder.resolve("state"));
        assertThrows(LaunchFailure.class, () -> new State(folder.resolve("state")).open("anything"));
    }

    @Test
    void secretsAreMadeUpOnceAndOnlyTheirOwnerReadsThem() throws IOException {
        var state = new State(folder.resolve("state"));
        state.open("anything");
        String secret = state.secrets().of("keycloak");
        assertEquals(secret, state.secrets().of("keycloak"));
        assertNotEquals(secret, state.secrets().of("simpul_app"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(state.secretsFile())));
    }

    @Test
    void deletingTakesTheFolderAndLeavesItsNeighbours() throws IOException {
        Path neighbour = Files.createFile(folder.resolve("keycloak"));
        var state = new State(folder.resolve("state"));
        state.open("anything");
        state.secrets().of("keycloak");
        state.delete();
        assertFalse(state.exists());
        assertTrue(Files.exists(neighbour));
    }
}
