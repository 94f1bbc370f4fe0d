package org.simpul.tlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the hub wrote down beside what PostgreSQL did. The lines are those of PostgreSQL 18.6 with pgaudit 18.0 and
 * deploy/pgaudit.sql: once the hub's role acts, is refused, rolls back and sequences, once a superuser does what nobody may.
 */
class ComparisonTest {
    private static final Instant LATER = Instant.parse("2026-11-28T00:00:00Z");
    private static final Hash LEAF = Hash.leaf(new byte[] {1});

    private final Written written =
            new Written(Map.of(entry("e1"), written(), entry("e2"), written(), entry("e3"), written()));

    private static UUID entry(String end) {
        return UUID.fromString("0198a000-0000-7000-8000-0000000000" + end);
    }

    private static Written.Entry written() {
        return new Written.Entry(Instant.parse("2026-11-27T10:06:16Z"), LEAF);
    }

    static String lines(String name) throws IOException {
        try (InputStream lines = ComparisonTest.class.getResourceAsStream(name)) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Comparison.Compared compared(Written written, String database, Instant due) throws Exception {
        return new Comparison(Set.of()).compare(written, DatabaseLog.parse(database), due);
    }

    /** Each finding without its time and session. */
    private static List<String> findings(Comparison.Compared compared) {
        return compared.findings().stream()
                .map(finding -> finding.replaceFirst("^\\S+Z \\S+ \\S+ ", ""))
                .toList();
    }

    @Test
    void whatTheHubDidHasItsEntries() throws Exception {
        Comparison.Compared compared = compared(written, lines("database-of-the-hub.json"), LATER);
        assertEquals(List.of(), compared.findings());
        assertEquals(Set.of(LEAF), compared.receipts().leaves().keySet());
    }

    @Test
    void whatASuperuserDidIsTold() throws Exception {
        assertEquals(
                List.of(
                        "postgres: UPDATE public.matter without an entry",
                        "postgres: INSERT public.matter without an entry",
                        "postgres: an entry that the hub did not write, " + entry("e9"),
                        "postgres: UPDATE public.audit_entry in the log itself",
                        "postgres: DELETE public.audit_leaf in the log itself",
                        "postgres: ALTER TABLE without an entry",
                        "postgres: TRUNCATE TABLE without an entry"),
                findings(compared(written, lines("database-of-a-superuser.json"), LATER)));
    }

    @Test
    void anEntryThatTheHubDidNotTellIsFoundOnceItIsDue() throws Exception {
        Written none = new Written(Map.of());
        String database = lines("database-of-the-hub.json");
        assertEquals(
                List.of(
                        "simpul_app: an entry that the hub did not write, " + entry("e1"),
                        "simpul_app: an entry that the hub did not write, " + entry("e2")),
                findings(compared(none, database, LATER)));
        assertEquals(List.of(), findings(compared(none, database, Instant.parse("2026-11-27T10:00:00Z"))));
    }

    @Test
    void anActWithoutItsEntryIsFound() throws Exception {
        String database = lines("database-of-the-hub.json");
        String without = database.lines()
                .filter(line -> !line.contains("audit entry " + entry("e1")))
                .reduce("", (all, line) -> all + line + "\n");
        List<String> findings = findings(compared(written, without, LATER));
        assertEquals(2, findings.size());
        assertTrue(findings.get(0).endsWith(": line 6 comes after line 4"), findings.get(0));
        assertEquals("simpul_app: INSERT public.matter without an entry", findings.get(1));
    }

    @Test
    void tablesThatAreNamedNeedNoEntry() throws Exception {
        DatabaseLog database = DatabaseLog.parse(lines("database-of-a-superuser.json"));
        List<String> findings = findings(new Comparison(Set.of("public.matter")).compare(written, database, LATER));
        assertEquals(5, findings.size());
        assertTrue(findings.stream().noneMatch(finding -> finding.contains("matter")), findings::toString);
    }

    @Test
    void whatIsNotWhatItShouldBeIsRefusedByItsLine() {
        String first = "{\"user\":\"u\",\"session_id\":\"s\",\"line_num\":1,\"vxid\":\"1/1\",";
        for (String line : List.of(
                "no object",
                "{\"user\":\"u\"}",
                first + "\"timestamp\":\"2026-11-27 10:06:16 WIB\",\"error_severity\":\"LOG\",\"message\":\"m\"}",
                first
                        + "\"timestamp\":\"2026-11-27 10:06:16 UTC\",\"error_severity\":\"LOG\",\"message\":\"AUDIT: SESSION,1\"}")) {
            FormatException refused = assertThrows(FormatException.class, () -> DatabaseLog.parse("\n" + line));
            assertTrue(refused.getMessage().startsWith("line 2: "), refused.getMessage());
        }
        assertThrows(FormatException.class, () -> Written.parse("2026-11-27T10:06:16Z " + entry("e1") + " r\n"));
    }

    @Test
    void aTextThatLooksLikeAMemberIsNone() throws Exception {
        String line = "{\"user\":\"u\",\"session_id\":\"s\",\"line_num\":1,\"vxid\":\"1/1\",\"application_name\":"
                + "\"\\\",\\\"message\\\":\\\"AUDIT: SESSION,1,1,MISC,ROLLBACK,,,,\\\"\","
                + "\"timestamp\":\"2026-11-27 10:06:16.436 UTC\",\"error_severity\":\"LOG\","
                + "\"message\":\"AUDIT: SESSION,1,1,WRITE,INSERT,TABLE,public.matter,<not logged>,<not logged>\"}";
        assertEquals(1, DatabaseLog.parse(line).transactions().size());
    }
}
