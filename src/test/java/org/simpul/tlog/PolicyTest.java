package org.simpul.tlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The policies of C2SP tlog-policy. */
class PolicyTest {
    private static final NoteSigner[] WITNESSES = new NoteSigner[6];
    private static final String TWO_GROUPS;

    static {
        StringBuilder lines = new StringBuilder("# who is believed\n\n");
        lines.append("log ").append(TestLog.of(0).signer.key()).append(" https://hub.example/log\n");
        for (int i = 0; i < 6; i++) {
            WITNESSES[i] = NoteSigner.of("witness.example/" + i, NoteKey.WITNESS, TestLog.seed(10 + i));
            lines.append("witness w" + i + " ").append(WITNESSES[i].key()).append('\n');
        }
        TWO_GROUPS = lines.toString();
    }

    private static Policy policy(String more) throws FormatException {
        return Policy.parse((TWO_GROUPS + more).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isMet(Policy policy, Note note) {
        return policy.isMet(policy.cosigners(note).keySet());
    }

    @Test
    void aWitnessIsAskedWhereThePolicySays() throws FormatException {
        NoteKey asked = NoteSigner.of("asked.example", NoteKey.WITNESS, TestLog.seed(30))
                .key();
        Policy policy = policy("witness asked " + asked + " https://asked.example/w/\nquorum asked\n");
        assertEquals(
                List.of(Optional.empty(), Optional.of("https://asked.example/w")),
                policy.witnesses().subList(5, 7).stream().map(policy::prefix).toList());
    }

    private static Note cosignedBy(String digits) {
        Note note = TestLog.of(3).note();
        for (char digit : digits.toCharArray()) {
            note = note.with(WITNESSES[digit - '0'].cosign(note.text(), Instant.EPOCH));
        }
        return note;
    }

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "0, false",
        "01, false",
        "013, true",
        "03, false",
        "012, false",
        "0123, true",
        "345, false",
        "125, true"
    })
    void twoOfThreeAndOneOfTheOthers(String cosigners, boolean met) throws Exception {
        Policy policy = policy("group x 2 w0 w1 w2\n group y any w3 w4 w5\t\ngroup both all x y\nquorum both\n# end");
        assertEquals(met, isMet(policy, cosignedBy(cosigners)));
    }

    @Test
    void nobodyIsNeededWhereTheQuorumIsNone() throws Exception {
        assertTrue(isMet(policy("quorum none\n"), cosignedBy("")));
    }

    @Test
    void oneWitnessMayBeTheQuorum() throws Exception {
        Policy policy = policy("quorum w4\n");
        assertTrue(isMet(policy, cosignedBy("4")));
        assertEquals(false, isMet(policy, cosignedBy("01235")));
    }

    @Test
    void whoHasCosignedIsTold() throws Exception {
        assertEquals(
                List.of("w1", "w5"),
                List.copyOf(policy("quorum none\n").cosigners(cosignedBy("51")).keySet()));
    }

    @Test
    void itIsKnownSinceWhenEnoughStandBehindIt() throws Exception {
        Policy policy = policy("group x 2 w0 w1 w2\nquorum x\n");
        Map<String, Instant> cosigners = new HashMap<>(Map.of("w0", Instant.ofEpochSecond(1), "w5", Instant.MAX));
        assertEquals(Instant.MIN, policy.since(cosigners));
        cosigners.put("w1", Instant.ofEpochSecond(5));
        assertEquals(Instant.ofEpochSecond(1), policy.since(cosigners));
        cosigners.put("w2", Instant.ofEpochSecond(4));
        assertEquals(Instant.ofEpochSecond(4), policy.since(cosigners));
        assertEquals(Instant.MAX, policy("quorum none\n").since(Map.of("w0", Instant.EPOCH)));
    }

    @Test
    void theLogsOfANameAreFound() throws Exception {
        assertEquals(1, policy("quorum none\n").logs(TestLog.ORIGIN).size());
        assertEquals(List.of(), policy("quorum none\n").logs("other"));
    }

    @Test
    void aCosignatureTwiceCountsOnce() throws Exception {
        assertEquals(false, isMet(policy("group x 2 w0 w1\nquorum x\n"), cosignedBy("00")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quorum x\n",
                "quorum none\nquorum none\n",
                "quorum\n",
                "group x 0 w0\nquorum x\n",
                "group x 3 w0 w1\nquorum x\n",
                "group x 01 w0 w1\nquorum x\n",
                "group x any\nquorum none\n",
                "group x any none\nquorum none\n",
                "group none any w0\nquorum none\n",
                "group w0 any w1\nquorum none\n",
                "group x any w0 w0\nquorum x\n",
                "group x any w0\ngroup y any w0\nquorum x\n",
                "group x any y\ngroup y any w0\nquorum x\n",
                "witness w9\nquorum none\n",
                "witnes w9\nquorum none\n",
                "quorum none\r\n",
                "log nokey\nquorum none\n"
            })
    void whatIsNoPolicyIsRefused(String lines) {
        assertThrows(FormatException.class, () -> policy(lines));
    }

    @Test
    void aKeyUnderTwoNamesIsRefused() {
        NoteSigner again = NoteSigner.of("another.example", NoteKey.WITNESS, TestLog.seed(10));
        FormatException refused =
                assertThrows(FormatException.class, () -> policy("witness w9 " + again.key() + "\nquorum none\n"));
        assertEquals("line 10: a key that is named already", refused.getMessage());
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        assertThrows(FormatException.class, () -> policy("log " + WITNESSES[0].key() + "\nquorum none\n"));
        NoteSigner log = NoteSigner.generate("log", NoteKey.LOG);
        assertThrows(FormatException.class, () -> policy("witness w9 " + log.key() + "\nquorum none\n"));
    }
}
