package org.simpul.tlog;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The texts that a log signs, hashes and hands out. */
class CheckpointTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final Instant AT = Instant.parse("2026-03-01T10:42:17.123456Z");

    private static Checkpoint parse(String text) throws FormatException {
        return Checkpoint.parse(new Note(text, List.of()));
    }

    @Test
    void aCheckpointIsReadAsItIsWritten() throws Exception {
        String text = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";
        Checkpoint checkpoint = parse(text);
        assertEquals(20852163, checkpoint.size());
        assertEquals("example.com/behind-the-sofa", checkpoint.origin());
        assertEquals(Hash.parse(ROOT), checkpoint.root());
        assertEquals(text, checkpoint.text());
    }

    @Test
    void extensionsAreKept() throws Exception {
        String text = "log\n0\n" + ROOT + "\none\ntwo\n";
        assertEquals(List.of("one", "two"), parse(text).extensions());
        assertEquals(text, parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log\n1\n",
                "log\n01\n" + ROOT + "\n",
                "log\n-1\n" + ROOT + "\n",
                "log\n+1\n" + ROOT + "\n",
                "log\n9223372036854775808\n" + ROOT + "\n",
                "log\n1\nAAAA\n",
                "\n1\n" + ROOT + "\n",
                "log\n1\n" + ROOT + "\n\nlate\n",
                "log\n\u0661\n" + ROOT + "\n"
            })
    void whatIsNoCheckpointIsRefused(String text) {
        assertThrows(FormatException.class, () -> parse(text));
    }

    @Test
    void aRequestToAWitnessIsReadAsItIsWritten() throws Exception {
        TestLog log = TestLog.of(5);
        AddCheckpoint request = new AddCheckpoint(3, Naive.proof(3, log.hashes()), log.note());
        AddCheckpoint read = AddCheckpoint.parse(request.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(request.text(), read.text());
        assertEquals(3, read.oldSize());
        assertEquals(request.proof(), read.proof());
        assertTrue(log.signer.key().hasSigned(read.checkpoint()));
    }

    @Test
    void theDataOfALeafAre41Bytes() {
        Leaf leaf = Leaf.of(AT, new byte[32], "{}");
        byte[] data = leaf.data();
        assertEquals(Leaf.LENGTH, data.length);
        assertEquals(1, data[0]);
        assertEquals(Instant.parse("2026-03-01T10:00:00Z"), leaf.hour());
    }

    @Test
    void theCommitmentIsTheHmacOfRfc4231() {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, 0, 20, (byte) 0x0b);
        assertEquals(
                "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
                java.util.HexFormat.of().formatHex(Leaf.of(AT, key, "Hi There").commitment()));
    }

    @Test
    void aLeafIsReadAsItIsWritten() throws Exception {
        Leaf leaf = Leaf.of(AT, new byte[32], "{\"act\":\"x\"}");
        Leaf read = Leaf.parse(leaf.data());
        assertEquals(leaf.hour(), read.hour());
        assertArrayEquals(leaf.commitment(), read.commitment());
        assertEquals(leaf.hash(), read.hash());
    }

    @Test
    void anotherNoncePayloadOrHourIsAnotherLeaf() {
        Hash leaf = Leaf.of(AT, new byte[32], "{}").hash();
        assertFalse(leaf.equals(Leaf.of(AT, TestLog.seed(1), "{}").hash()));
        assertFalse(leaf.equals(Leaf.of(AT, new byte[32], "{ }").hash()));
        assertFalse(
                leaf.equals(Leaf.of(AT.plusSeconds(3600), new byte[32], "{}").hash()));
    }

    @Test
    void theSameHourShowsNothingOfTheMinute() {
        assertArrayEquals(
                Leaf.of(AT, new byte[32], "{}").data(),
                Leaf.of(AT.plusSeconds(60), new byte[32], "{}").data());
    }

    @Test
    void dataOfAnotherVersionLengthOrTimeAreRefused() {
        byte[] data = Leaf.of(AT, new byte[32], "{}").data();
        byte[] version = data.clone();
        version[0] = 2;
        byte[] minute = data.clone();
        minute[8]++;
        assertThrows(FormatException.class, () -> Leaf.parse(version));
        assertThrows(FormatException.class, () -> Leaf.parse(minute));
        assertThrows(FormatException.class, () -> Leaf.parse(new byte[40]));
    }

    @Test
    void aShortNonceCommitsToNothing() {
        assertThrows(IllegalArgumentException.class, () -> Leaf.of(AT, new byte[16], "{}"));
    }

    @Test
    void anOpenedEntryIsReadAsItIsWritten() throws Exception {
        Entry entry = new Entry(42, AT, TestLog.seed(3), "{\"act\":\"read\",\"at\":\"" + AT + "\"}");
        Entry read = Entry.parse(entry.text());
        assertEquals(entry.text(), read.text());
        assertEquals(entry.leaf().hash(), read.leaf().hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "index 1\n",
                "index 1\ntime 2026-03-01T10:00:00Z\nnonce AAAA\npayload {}\n",
                "index x\ntime 2026-03-01T10:00:00Z\nnonce AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\npayload {}\n",
                "index 1\ntime today\nnonce AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\npayload {}\n",
                "index 1\n"
                        + "time 2026-03-01T10:00:00Z\n"
                        + "nonce AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"
                        + "payload {}\n"
                        + "more\n"
            })
    void whatIsNoOpenedEntryIsRefused(String text) {
        assertThrows(FormatException.class, () -> Entry.parse(text));
    }

    @Test
    void receiptsAreOnePerLineWithOrWithoutATime() throws Exception {
        Receipts receipts = Receipts.parse("# mine\n" + ROOT + " 2026-03-01T10:00:00Z\r\n\n" + Hash.EMPTY + "\n");
        assertEquals(2, receipts.leaves().size());
        assertEquals(Instant.parse("2026-03-01T10:00:00Z"), receipts.leaves().get(Hash.parse(ROOT)));
        assertThrows(FormatException.class, () -> Receipts.parse(ROOT + " today"));
        assertThrows(FormatException.class, () -> Receipts.parse("AAAA"));
    }
}
