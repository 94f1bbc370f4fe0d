package org.simpul.launch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TotpTest {

    /** RFC 6238, appendix B, the rows of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void codesAreThoseOfTheStandard(long time, String code) {
        byte[] key = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertEquals(code, Totp.code(key, Totp.step(Instant.ofEpochSecond(time)), 8));
        assertEquals(code.substring(2), Totp.code(key, Totp.step(Instant.ofEpochSecond(time)), 6));
    }
}
