package org.simpul.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AuthenticatorTest {

    private static final String SECRET = "12345678901234567890";

    @TempDir
    Path folder;

    private Instant now = Instant.ofEpochSecond(59);
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void aCodeIsGivenOnceThenTheNextHalfMinuteIsAwaited() {
        Authenticator authenticator = authenticator();
        authenticator.enrol("ana", SECRET);
        assertEquals(code(1), authenticator.code("ana"));
        assertEquals(List.of(), pauses);
        assertEquals(code(2), authenticator.code("ana"));
        assertEquals(List.of(Duration.ofSeconds(1)), pauses);
    }

    @Test
    void anotherCommandKnowsTheSecretAndWhichCodesWereGiven() {
        authenticator().enrol("ana", SECRET);
        authenticator().code("ana");
        assertTrue(authenticator().knows("ana"));
        assertEquals(code(2), authenticator().code("ana"));
    }

    @Test
    void enrollingAnewForgetsTheOldSecretAndItsCodes() {
        Authenticator authenticator = authenticator();
        authenticator.enrol("ana", "another secret");
        authenticator.code("ana");
        authenticator.enrol("ana", SECRET);
        assertEquals(code(1), authenticator.code("ana"));
    }

    @Test
    void whoHasNotEnrolledIsToldHow() {
        assertFalse(authenticator().knows("ana"));
        var told = assertThrows(LaunchFailure.class, () -> authenticator().code("ana"));
        assertTrue(told.getMessage().contains("./simpul token ana --strong"), told.getMessage());
    }

    @Test
    void onlyTheirOwnerReadsTheSecrets() throws IOException {
        authenticator().enrol("ana", SECRET);
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("codes"))));
    }

    private Authenticator authenticator() {
        return new Authenticator(folder.resolve("codes"), () -> now, pause -> {
            pauses.add(pause);
            now = now.plus(pause);
        });
    }

    private static String code(long step) {
        return Totp.code(SECRET.getBytes(StandardCharsets.UTF_8), step, 6);
    }
}
