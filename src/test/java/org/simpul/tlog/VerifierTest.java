package org.simpul.tlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

    private Verifier verifier(Tiles log) throws FormatException {
        return new Verifier(policy(TestLog.of(0), "none"), log, new Kept(state));
    }

    private static Finding found(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(TamperedException.class, executable).finding();
    }

    private static UndecidedException.Reason undecided(org.junit.jupiter.api.function.Executable executable) {
        return assertThrows(UndecidedException.class, executable).reason();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 600})
    void anHonestLogHolds(int size) throws Exception {
        TestLog log = TestLog.of(size);
        Verifier.Verified verified = verifier(log).verify(Instant.MIN, AT);
        assertEquals(size, verified.checkpoint().size());
        verifier(log).everything(verified.checkpoint());
    }

    @Test
    void anHonestLogThatGrowsHolds() throws Exception {
        TestLog log = TestLog.of(0);
        for (int i = 0; i < 40; i++) {
            assertEquals(
                    log.leaves.size(),
                    verifier(log).verify(Instant.MIN, AT).checkpoint().size());
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
            new Verifier(policy(log, "none"), log, kept).verify(Instant.MIN, AT);
            log.grow(random.nextInt(20), round);
            TestLog tampered = log.fork();
            tampering.apply(tampered, random, known);
            Verifier verifier = new Verifier(policy(log, "none"), tampered, kept);
            if (tampered.leaves.size() < known) {
                assertEquals(UndecidedException.Reason.STALE, undecided(() -> verifier.verify(Instant.MIN, AT)));
            } else {
                Finding finding = found(() -> verifier.verify(Instant.MIN, AT));
                assertTrue(List.of(Finding.FORK, Finding.REWRITTEN).contains(finding), tampering + ", round " + round);
            }
            assertEquals(
                    known,
                    Checkpoint.parse(kept.last(TestLog.ORIGIN).orElseThrow()).size());
        }
    }

    @Test
    void theContradictingCheckpointIsKeptAsEvidence() throws Exception {
        TestLog log = TestLog.of(20);
        verifier(log).verify(Instant.MIN, AT);
        TestLog fork = TestLog.of(19).grow(1, 77);
        assertEquals(Finding.FORK, found(() -> verifier(fork).verify(Instant.MIN, AT)));
        try (var files = Files.list(state)) {
            Path evidence = files.filter(it -> it.toString().contains("-against-"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(fork.note().toString(), Files.readString(evidence));
        }
    }

    @Test
    void yesterdaysCheckpointOverTodaysTilesIsStale() throws Exception {
        TestLog today = TestLog.of(20);
        verifier(today).verify(Instant.MIN, AT);
        Verifier yesterday = verifier(serving(today, TestLog.of(19).note().toString()));
        assertEquals(UndecidedException.Reason.STALE, undecided(() -> yesterday.verify(Instant.MIN, AT)));
        assertEquals(
                20, new Kept(state).checkpoint(TestLog.ORIGIN).orElseThrow().size());
    }

    @Test
    void yesterdaysMirrorIsStale() throws Exception {
        verifier(TestLog.of(20)).verify(Instant.MIN, AT);
        assertEquals(UndecidedException.Reason.STALE, undecided(() -> verifier(TestLog.of(19))
                .verify(Instant.MIN, AT)));
    }

    @Test
    void aShorterLogThatIsNoBeginningIsRewritten() throws Exception {
        TestLog today = TestLog.of(20);
        verifier(today).verify(Instant.MIN, AT);
        Verifier other =
                verifier(serving(today, TestLog.of(18).grow(1, 77).note().toString()));
        assertEquals(Finding.REWRITTEN, found(() -> other.verify(Instant.MIN, AT)));
        try (var files = Files.list(state)) {
            assertEquals(
                    1, files.filter(it -> it.toString().contains("-against-")).count());
        }
    }

    @Test
    void theFirstVisitIsToldFromALaterOne() throws Exception {
        TestLog log = TestLog.of(20);
        assertTrue(verifier(log).verify(Instant.MIN, AT).first());
        assertFalse(verifier(log).verify(Instant.MIN, AT).first());
    }

    @Test
    void theEmptyLogHasTheEmptyRoot() throws Exception {
        TestLog log = TestLog.of(0);
        Note lie = new Checkpoint(TestLog.ORIGIN, 0, Hash.leaf(new byte[0])).signedBy(log.signer);
        Verifier verifier = verifier(serving(log, lie.toString()));
        assertEquals(Finding.FORK, found(() -> verifier.verify(Instant.MIN, AT)));
    }

    @Test
    void aStateThatCanNotBeReadIsNoFirstVisit() throws Exception {
        Path file = Files.writeString(state.resolve("file"), "");
        assertThrows(IOException.class, () -> new Kept(file.resolve("below")).last(TestLog.ORIGIN));
    }

    @Test
    void aStateBelongsToOneProcess() throws Exception {
        try (Kept first = Kept.alone(state)) {
            assertTrue(first.last(TestLog.ORIGIN).isEmpty());
            assertThrows(IOException.class, () -> Kept.alone(state));
        }
        Kept.alone(state).close();
    }

    @Test
    void evidenceIsKeptOncePerText() throws Exception {
        TestLog log = TestLog.of(20);
        Kept kept = new Kept(state);
        Note note = log.note();
        assertEquals(
                kept.keepEvidence(TestLog.ORIGIN, note),
                kept.keepEvidence(TestLog.ORIGIN, note.with(witness.cosign(note.text(), AT))));
    }

    @Test
    void aWrongLineOfAnyKeyOfTheLogIsFound() throws Exception {
        TestLog log = TestLog.of(5);
        NoteSigner second = NoteSigner.of(TestLog.ORIGIN, NoteKey.LOG, TestLog.seed(3));
        Policy policy = Policy.parse(bytes("log " + log.signer.key() + "\nlog " + second.key() + "\nquorum none\n"));
        String wrong = log.note().with(second.sign("another text\n")).toString();
        assertEquals(Finding.SIGNATURE, found(() -> new Verifier(policy, serving(log, wrong), new Kept(state))
                .verify(Instant.MIN, AT)));
        String right = log.note().with(second.sign(log.current().text())).toString();
        new Verifier(policy, serving(log, right), new Kept(state)).verify(Instant.MIN, AT);
    }

    @Test
    void cosignaturesOfTheFutureDoNotCountAndOldOnesAreStale() throws Exception {
        TestLog log = TestLog.of(5);
        log.cosignatures.add(witness.cosign(log.current().text(), AT));
        Verifier verifier = new Verifier(policy(log, "w"), log, new Kept(state));
        assertEquals(Finding.QUORUM, found(() -> verifier.verify(Instant.MIN, AT.minusSeconds(1))));
        assertEquals(UndecidedException.Reason.STALE, undecided(() -> verifier.verify(AT.plusSeconds(1), AT)));
        assertEquals(Map.of("w", AT), verifier.verify(AT, AT).cosigners());
    }

    @Test
    void twoMembersWithDifferentViewsFindTheForkWhenTheyCompare() throws Exception {
        TestLog one = TestLog.of(20).grow(5, 1);
        TestLog other = TestLog.of(20).grow(5, 2);
        verifier(one).verify(Instant.MIN, AT);
        assertEquals(Finding.FORK, found(() -> verifier(other).verify(Instant.MIN, AT)));
        other.grow(3, 3);
        assertEquals(Finding.REWRITTEN, found(() -> verifier(other).verify(Instant.MIN, AT)));
    }

    @Test
    void anotherKeyIsFound() throws Exception {
        TestLog log = TestLog.of(5);
        NoteSigner other = NoteSigner.generate(TestLog.ORIGIN, NoteKey.LOG);
        Policy policy = Policy.parse(bytes("log " + other.key() + "\nquorum none\n"));
        assertEquals(
                Finding.SIGNATURE, found(() -> new Verifier(policy, log, new Kept(state)).verify(Instant.MIN, AT)));
    }

    @Test
    void aKeyDoesNotSignForTheNameOfAnotherLog() throws Exception {
        TestLog log = TestLog.of(5);
        NoteSigner other = NoteSigner.generate("other.example", NoteKey.LOG);
        Policy policy = Policy.parse(bytes("log " + other.key() + "\nquorum none\n"));
        Tiles lying = serving(log, log.current().signedBy(other).toString());
        assertEquals(
                Finding.SIGNATURE, found(() -> new Verifier(policy, lying, new Kept(state)).verify(Instant.MIN, AT)));
    }

    @Test
    void aCheckpointThatCanNotBeReadIsFound() throws Exception {
        TestLog log = TestLog.of(5);
        Verifier verifier = new Verifier(policy(log, "none"), serving(log, "no note"), new Kept(state));
        assertEquals(Finding.SIGNATURE, found(() -> verifier.verify(Instant.MIN, AT)));
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
        assertEquals(Finding.QUORUM, found(() -> verifier.verify(Instant.MIN, AT)));
        log.cosignatures.add(witness.cosign(log.current().text(), AT));
        assertEquals(Map.of("w", AT), verifier.verify(Instant.MIN, AT).cosigners());
        log.grow(1, 5);
        assertEquals(Finding.QUORUM, found(() -> verifier.verify(Instant.MIN, AT)));
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
        assertEquals(UndecidedException.Reason.PENDING, undecided(() -> verifier.includes(log.current(), entry(300))));
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
        Entry entry = entry(1);
        Hash receipt = entry.leaf().hash();
        log.leaves.set(1, entry.leaf().data());
        verifier(log).includes(log.current(), entry);
        Arrays.fill(entry.nonce(), (byte) 0);
        assertEquals(Finding.ENTRY, found(() -> verifier(log).includes(log.current(), entry)));
        verifier(log).verify(Instant.MIN, AT);
        log.grow(3, 4);
        Checkpoint checkpoint = verifier(log).verify(Instant.MIN, AT).checkpoint();
        verifier(log).everything(checkpoint);
        Receipts receipts = new Receipts(Map.of(receipt, Instant.MIN));
        assertEquals(new Verifier.Included(1, 0), verifier(log).includes(checkpoint, receipts, AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/000", "tile/entries/000", "tile/entries/002.p/88"})
    void whatDoesNotFitIsNotKeptAndASpoiltMirrorHeals(String wrong) throws Exception {
        TestLog log = TestLog.of(600);
        TilePath path = TilePath.parse(wrong);
        TileFiles files = new TileFiles(state.resolve("mirror"));
        Verifier lying = verifier(changing(log, path, new SplittableRandom(3)));
        assertThrows(TamperedException.class, () -> lying.everything(log.current(), files));
        assertThrows(NoSuchFileException.class, () -> files.tile(path));
        verifier(log).everything(log.current(), files);
        assertArrayEquals(log.tile(path), files.tile(path));
        byte[] spoilt = log.tile(path);
        spoilt[7]++;
        files.put(path, spoilt);
        verifier(log).everything(log.current(), files);
        assertArrayEquals(log.tile(path), files.tile(path));
    }

    @Test
    void aMirrorFetchesNoTileThatItHas() throws Exception {
        TestLog log = TestLog.of(600);
        TileFiles files = new TileFiles(state.resolve("mirror"));
        verifier(log).everything(log.current(), files);
        log.withheld.addAll(List.of("tile/0/000", "tile/entries/000", "tile/entries/002.p/88"));
        verifier(log).everything(log.current(), files);
    }

    @Test
    void ofAWholeTileThatStandsInTheBeginningIsKept() throws Exception {
        TestLog log = TestLog.of(600);
        log.withheld.addAll(List.of("tile/0/001.p/44", "tile/entries/001.p/44"));
        TestLog older = TestLog.of(600);
        older.leaves.subList(300, 600).clear();
        TileFiles files = new TileFiles(state.resolve("mirror"));
        verifier(log).everything(older.current(), files);
        assertArrayEquals(older.tile(TilePath.parse("tile/0/001.p/44")), files.tile(TilePath.parse("tile/0/001.p/44")));
        TilePath bundle = TilePath.parse("tile/entries/001.p/44");
        assertArrayEquals(older.tile(bundle), files.tile(bundle));
        assertThrows(NoSuchFileException.class, () -> files.tile(bundle.full()));
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
        verifier(without).verify(Instant.MIN, AT);
        assertEquals(Finding.RECEIPT, found(() -> verifier(without)
                .includes(without.current(), new Receipts(Map.of(receipt, Instant.MIN)), AT)));
    }

    @Test
    void aDamagedStateIsNotTakenForAFirstVisit() throws Exception {
        TestLog log = TestLog.of(20);
        verifier(log).verify(Instant.MIN, AT);
        try (var files = Files.list(state)) {
            Files.writeString(files.findFirst().orElseThrow(), "");
        }
        assertThrows(IOException.class, () -> verifier(log).verify(Instant.MIN, AT));
    }
}
