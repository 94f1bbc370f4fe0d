package org.simpul.identifier;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The published vectors, and what holds for all types alike. */
class CanonicalTest {
    /** In the table a character that could not be seen, or not be told from another, is written as in Java. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

    record Vector(IdentifierType type, String scope, String input, String value, String where, String problem) {
        Identifier expected() {
            return new Identifier(type, where, value);
        }

        Identifier canonical() {
            return Canonical.of(type, scope, input);
        }
    }

    @ParameterizedTest
    @MethodSource("sound")
    void aSoundVectorHasItsCanonicalForm(Vector vector) {
        Identifier canonical = vector.canonical();
        assertEquals(vector.value(), canonical.value());
        assertEquals(vector.expected(), canonical);
    }

    @ParameterizedTest
    @MethodSource("sound")
    void aCanonicalFormPutInAgainComesOutUnchanged(Vector vector) {
        Identifier once = vector.canonical();
        assertEquals(once, Canonical.of(once.type(), once.scope(), once.value()));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void theDefaultLocaleChangesNothing(Vector vector) {
        Locale before = Locale.getDefault();
        try {
            // Turkish has its own capital of i, Arabic its own digits.
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertEquals(vector.expected(), vector.canonical());
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anUnsoundVectorIsRefusedForItsReasonAndNotRepeated(Vector vector) {
        InvalidIdentifierException refusal = assertThrows(InvalidIdentifierException.class, vector::canonical);
        assertEquals(vector.problem(), refusal.problem().name());
        assertEquals("Not a valid identifier: " + vector.problem(), refusal.getMessage());
        assertNull(refusal.getCause());
    }

    @Test
    void theVectorsCoverEveryTypeWithSoundAndUnsoundOnes() {
        assertEquals(EnumSet.allOf(IdentifierType.class), types(sound()));
        assertEquals(EnumSet.allOf(IdentifierType.class), types(refused()));
    }

    @Test
    void theVectorsCoverEveryProblemButLength() {
        Set<String> covered = refused().map(Vector::problem).collect(Collectors.toSet());
        Set<String> all =
                Arrays.stream(IdentifierProblem.values()).map(Enum::name).collect(Collectors.toSet());
        all.remove(IdentifierProblem.TOO_LONG.name());
        assertEquals(all, covered);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTooLongIsRefusedBeforeItIsRead(IdentifierType type) {
        int longest = type == IdentifierType.URL ? 2048 : 512;
        assertEquals(IdentifierProblem.TOO_LONG, problem(type, "", "1".repeat(longest + 1)));
        assertNotEquals(IdentifierProblem.TOO_LONG, problem(type, "", "1".repeat(longest)));
    }

    @Test
    void aUrlThatPercentSignsMakeTooLongIsRefused() {
        String path = "é".repeat(1000);
        assertEquals(IdentifierProblem.TOO_LONG, problem(IdentifierType.URL, "", "https://example.com/" + path));
    }

    @Test
    void theLongestDomainIsAcceptedAndNoLonger() {
        String longest = "a.".repeat(126) + "a";
        Identifier domain = Canonical.of(IdentifierType.DOMAIN, "", longest);
        assertEquals(domain, Canonical.of(IdentifierType.DOMAIN, "", domain.value()));
        assertEquals(IdentifierProblem.MALFORMED, problem(IdentifierType.DOMAIN, "", "a" + longest));
    }

    @Test
    void anIdentifierDoesNotPrintItsValue() {
        Identifier email = Canonical.of(IdentifierType.EMAIL, "", "someone@example.com");
        assertFalse(email.toString().contains("someone"));
        assertTrue(email.toString().contains("EMAIL"));
    }

    static Stream<Vector> sound() {
        return vectors().filter(vector -> vector.problem().isEmpty());
    }

    static Stream<Vector> refused() {
        return vectors().filter(vector -> !vector.problem().isEmpty());
    }

    private static Stream<Vector> vectors() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader table = new InputStreamReader(
                Objects.requireNonNull(CanonicalTest.class.getResourceAsStream("/identifier/vectors.csv")),
                StandardCharsets.UTF_8)) {
            return format.parse(table).getRecords().stream().map(CanonicalTest::vector);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Vector vector(CSVRecord row) {
        return new Vector(
                IdentifierType.valueOf(row.get("type")),
                unescaped(row.get("scope")),
                unescaped(row.get("input")),
                unescaped(row.get("expected_value")),
                row.get("expected_scope"),
                row.get("problem"));
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    private static Set<IdentifierType> types(Stream<Vector> vectors) {
        return vectors.map(Vector::type).collect(Collectors.toCollection(() -> EnumSet.noneOf(IdentifierType.class)));
    }

    private static IdentifierProblem problem(IdentifierType type, String scope, String input) {
        return assertThrows(InvalidIdentifierException.class, () -> Canonical.of(type, scope, input))
                .problem();
    }
}
