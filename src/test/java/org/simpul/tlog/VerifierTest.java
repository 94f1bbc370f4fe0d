package org.simpul.tlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What an operator with every key and every row does to the log, and what of it is found. */
class VerifierTest {
    private static final Instant AT = Instant.parse("2026-03-01T10:42:17Z");

    @TempDir
    Path state;

    private final NoteSigner witness = NoteSigner.of("witness.example/w", NoteKey.WITNESS, TestLog.seed(2));

    /** What is done to the leaves; the log is signed anew with its own key after it. */
    enum Tampering {
        EDIT {
            @Override
            void apply(TestLog log, SplittableRandom random, int known) {
                byte[] leaf = log.leaves.get(random.nextInt(known));
                leaf[random.nextInt(leaf.length)] ^= (byte) (1 << random.nextInt(8));
            }
        },
        DELETE {
            @Override
            void apply(TestLog log, SplittableRandom random, int known) {
                log.leaves.remove(random.nextInt(known));
                log.grow(1 + random.nextInt(5), random.nextLong());
            }
        },
        INSERT {
            @Override
            void apply(TestLog log, SplittableRandom random, int known) {
                log.leaves.add(random.nextInt(known), new byte[] {42, (byte) random.nextInt(256)});
            }
        },
        REORDER {
            @Override
            void apply(TestLog log, SplittableRandom random, int known) {
                int at = random.nextInt(known - 1);
                Collections.swap(log.leaves, at, at + 1 + random.nextInt(known - at - 1));
            }
        },
        CUT_TAIL {
            @Override
            void apply(TestLog log, SplittableRandom random, int known) {
                log.leaves.subList(random.nextInt(known), log.leaves.size()).clear();
            }
        },
        CUT_AND_REGROW {
            @Override
            void apply(TestLog log, SplittableRandom random, int known) {
                int size = log.leaves.size();
                int kept = random.nextInt(known);
                log.leaves.subList(kept, size).clear();
                log.grow(size - kept + random.nextInt(3), random.nextLong());
            }
        };

        abstract void apply(TestLog log, SplittableRandom random, int known);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Policy policy(TestLog log, String quorum) throws FormatException {
        return Policy.parse(
                bytes("log " + log.signer.key() + "\nwitness w " + witness.key() + "\nquorum " + quorum + "\n"));
    }

    private Verifier verifier(TestLog log) throws FormatException {
        return new Verifier(policy(log, "none"), log, new Kept(state));
    }

    private static Finding found(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(TamperedException.class, executable).finding();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 600})
    void anHonestLogHolds(int size) throws Exception {
        TestLog log = TestLog.of(size);
        Verifier.Verified verified = verifier(log).verify();
        assertEquals(size, verified.checkpoint().size());
        verifier(log).everything(verified.checkpoint());
    }

    @Test
    void anHonestLogThatGrowsHolds() throws Exception {
        TestLog log = TestLog.of(0);
        for (int i = 0; i < 40; i++) {
            assertEquals(log.leaves.size(), verifier(log).verify().checkpoint().size());
            log.grow(i, i);
        }
    }

    @Test
    void theSecondLevelOfTilesIsReadToo() throws Exception {
        TestLog log = TestLog.of(66_000);
        verifier(log).everything(log.current());
    }

    @ParameterizedTest
    @EnumSource
    void everyTamperingWithWhatWasSeenIsFound(Tampering tampering) throws Exception {
        SplittableRandom random = new SplittableRandom(tampering.ordinal());
        for (int round = 0; round < 60; round++) {
            int known = random.nextInt(2, 80);
            TestLog log = TestLog.of(known);
            Kept kept = new Kept(state.resolve(tampering + "-" + round));
            new Verifier(policy(log, "none"), log, kept).verify();
            log.grow(random.nextInt(20), round);
            TestLog tampered = log.fork();
            tampering.apply(tampered, random, known);
            Verifier verifier = new Verifier(policy(log, "none"), tampered, kept);
            Finding finding = assertThrows(TamperedException.class, verifier::verify, tampering + ", round " + round)
                    .finding();
            assertTrue(
                    List.of(Finding.ROLLBACK, Finding.FORK, Finding.REWRITTEN).contains(finding), "" + finding);
            assertEquals(
                    known,
                    Checkpoint.parse(kept.last(TestLog.ORIGIN).orElseThrow()).size());
        }
    }

    @Test
    void theContradictingCheckpointIsKeptAsEvidence() throws Exception {
        TestLog log = TestLog.of(20);
        verifier(log).verify();
        TestLog fork = TestLog.of(19).grow(1, 77);
        assertEquals(Finding.FORK, found(() -> verifier(fork).verify()));
        try (var files = Files.list(state)) {
            Path evidence = files.filter(it -> it.toString().contains("-against-"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(fork.note().toString(), Files.readString(evidence));
        }
    }

    @Test
    void aShorterLogIsARollback() throws Exception {
        verifier(TestLog.of(20)).verify();
        assertEquals(Finding.ROLLBACK, found(() -> verifier(TestLog.of(19)).verify()));
    }

    @Test
    void twoMembersWithDifferentViewsFindTheForkWhenTheyCompare() throws Exception {
        TestLog one = TestLog.of(20).grow(5, 1);
        TestLog other = TestLog.of(20).grow(5, 2);
        verifier(one).verify();
        assertEquals(Finding.FORK, found(() -> verifier(other).verify()));
        other.grow(3, 3);
        assertEquals(Finding.REWRITTEN, found(() -> verifier(other).verify()));
    }

    @Test
    void anotherKeyIsFound() throws Exception {
        TestLog log = TestLog.of(5);
        NoteSigner other = NoteSigner.generate(TestLog.ORIGIN, NoteKey.LOG);
        Policy policy = Policy.parse(bytes("log " + other.key() + "\nquorum none\n"));
        assertEquals(Finding.SIGNATURE, found(() -> new Verifier(policy, log, new Kept(state)).verify()));
    }

    @Test
    void aKeyDoesNotSignForTheNameOfAnotherLog() throws Exception {
        TestLog log = TestLog.of(5);
        NoteSigner other = NoteSigner.generate("other.example", NoteKey.LOG);
        Policy policy = Policy.parse(bytes("log " + other.key() + "\nquorum none\n"));
        Tiles lying = serving(log, log.current().signedBy(other).toString());
        assertEquals(Finding.SIGNATURE, found(() -> new Verifier(policy, lying, new Kept(state)).verify()));
    }

    @Test
    void aCheckpointThatCanNotBeReadIsFound() throws Exception {
        TestLog log = TestLog.of(5);
        Verifier verifier = new Verifier(policy(log, "none"), serving(log, "no note"), new Kept(state));
        assertEquals(Finding.SIGNATURE, found(verifier::verify));
    }

    private static Tiles serving(Tiles log, String checkpoint) {
        return new Tiles() {
            @Override
            public byte[] checkpoint() {
                return bytes(checkpoint);
            }

            @Override
            public byte[] tile(TilePath path) throws IOException {
                return log.tile(path);
            }
        };
    }

    @Test
    void aMissingQuorumIsFound() throws Exception {
        TestLog log = TestLog.of(5);
        Verifier verifier = new Verifier(policy(log, "w"), log, new Kept(state));
        assertEquals(Finding.QUORUM, found(verifier::verify));
        log.cosignatures.add(witness.cosign(log.current().text(), AT));
        assertEquals(List.of("w"), verifier.verify().cosigners());
        log.grow(1, 5);
        assertEquals(Finding.QUORUM, found(verifier::verify));
    }

    @Test
    void everyBitOfEveryTileCounts() throws Exception {
        TestLog log = TestLog.of(600);
        SplittableRandom random = new SplittableRandom(8);
        List<TilePath> paths = List.of(
                new TilePath(0, 0, 256),
                new TilePath(0, 2, 88),
                new TilePath(1, 0, 2),
                new TilePath(TilePath.ENTRIES, 1, 256),
                new TilePath(TilePath.ENTRIES, 2, 88));
        for (int round = 0; round < 40; round++) {
            TilePath wrong = paths.get(round % paths.size());
            Tiles lying = changing(log, wrong, random);
            Finding finding =
                    found(() -> new Verifier(policy(log, "none"), lying, new Kept(state)).everything(log.current()));
            assertTrue(List.of(Finding.TILE, Finding.ENTRY).contains(finding), wrong + ": " + finding);
        }
    }

    private static Tiles changing(TestLog log, TilePath wrong, SplittableRandom random) {
        return new Tiles() {
            @Override
            public byte[] checkpoint() throws IOException {
                return log.checkpoint();
            }

            @Override
            public byte[] tile(TilePath path) throws IOException {
                byte[] tile = log.tile(path);
                if (path.equals(wrong)) {
                    tile[random.nextInt(tile.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return tile;
            }
        };
    }

    @Test
    void tilesThatFitEachOtherAndNotTheSignedRootAreFound() throws Exception {
        TestLog served = TestLog.of(600);
        TestLog signed = TestLog.of(599).grow(1, 9);
        assertEquals(Finding.TILE, found(() -> verifier(served).everything(signed.current())));
    }

    @Test
    void aWithheldTileIsFound() throws Exception {
        TestLog log = TestLog.of(600);
        log.withheld.add("tile/entries/001");
        assertEquals(Finding.WITHHELD, found(() -> verifier(log).everything(log.current())));
    }

    private static Entry entry(long index) {
        return new Entry(index, AT, TestLog.seed(7), "{\"act\":\"referral.read\"}");
    }

    @Test
    void anOpenedEntryIsFoundAtItsIndexAlone() throws Exception {
        TestLog log = TestLog.of(300);
        log.leaves.set(42, entry(42).leaf().data());
        Verifier verifier = verifier(log);
        verifier.includes(log.current(), entry(42));
        assertEquals(Finding.ENTRY, found(() -> verifier.includes(log.current(), entry(41))));
        assertEquals(Finding.ENTRY, found(() -> verifier.includes(log.current(), entry(300))));
    }

    @Test
    void anOpenedEntryWithAnotherPayloadIsFound() throws Exception {
        TestLog log = TestLog.of(300);
        log.leaves.set(42, entry(42).leaf().data());
        Entry other = new Entry(42, AT, TestLog.seed(7), "{\"act\":\"referral.list\"}");
        assertEquals(Finding.ENTRY, found(() -> verifier(log).includes(log.current(), other)));
    }

    @Test
    void theTreeIsProvableAfterAnEntryIsErased() throws Exception {
        TestLog log = TestLog.of(3);
        log.leaves.set(1, entry(1).leaf().data());
        verifier(log).verify();
        log.grow(3, 4);
        verifier(log).everything(verifier(log).verify().checkpoint());
    }

    @Test
    void receiptsThatAreInTheLogHold() throws Exception {
        TestLog log = TestLog.of(600);
        Receipts receipts = new Receipts(
                Map.of(log.hashes().get(0), Instant.MIN, log.hashes().get(599), AT));
        assertEquals(new Verifier.Included(2, 0), verifier(log).includes(log.current(), receipts, AT));
    }

    @Test
    void aReceiptThatIsNotInTheLogIsFound() throws Exception {
        TestLog log = TestLog.of(600);
        Hash lost = Hash.leaf(bytes("lost"));
        assertEquals(Finding.RECEIPT, found(() -> verifier(log)
                .includes(log.current(), new Receipts(Map.of(lost, Instant.MIN)), AT)));
        assertEquals(Finding.RECEIPT, found(() -> verifier(log)
                .includes(log.current(), new Receipts(Map.of(lost, AT.minusSeconds(1))), AT)));
    }

    @Test
    void aReceiptThatIsNotDueIsPending() throws Exception {
        TestLog log = TestLog.of(600);
        Receipts young = new Receipts(Map.of(Hash.leaf(bytes("young")), AT));
        assertEquals(new Verifier.Included(0, 1), verifier(log).includes(log.current(), young, AT));
    }

    @Test
    void anEntryThatWasNeverAppendedIsFoundByItsReceipt() throws Exception {
        TestLog honest = TestLog.of(100);
        TestLog without = honest.fork();
        Hash receipt = honest.hashes().get(50);
        without.leaves.remove(50);
        verifier(without).verify();
        assertEquals(Finding.RECEIPT, found(() -> verifier(without)
                .includes(without.current(), new Receipts(Map.of(receipt, Instant.MIN)), AT)));
    }

    @Test
    void aDamagedStateIsNotTakenForAFirstVisit() throws Exception {
        TestLog log = TestLog.of(20);
        verifier(log).verify();
        try (var files = Files.list(state)) {
            Files.writeString(files.findFirst().orElseThrow(), "");
        }
        assertThrows(IOException.class, () -> verifier(log).verify());
    }
}
