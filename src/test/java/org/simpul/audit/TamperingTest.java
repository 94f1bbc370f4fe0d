package org.simpul.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simpul.tlog.Checkpoint;
import org.simpul.tlog.Entry;
import org.simpul.tlog.FormatException;
import org.simpul.tlog.Hash;
import org.simpul.tlog.Kept;
import org.simpul.tlog.Leaf;
import org.simpul.tlog.Note;
import org.simpul.tlog.NoteKey;
import org.simpul.tlog.NoteSigner;
import org.simpul.tlog.Receipts;
import org.simpul.tlog.TamperedException;
import org.simpul.tlog.UndecidedException;
import org.simpul.tlog.Verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whatever a superuser does to the log's tables, and signs anew with the hub's own key, is found by whoever holds a
 * checkpoint, receipts and opened entries outside: 100 tamperings drawn by chance, or {@code ./mvnw test
 * -Dtest=TamperingTest -Dsimpul.tamperings=10000 -Dsimpul.seed=42}.
 */
class TamperingTest {
    private static final int TAMPERINGS = Integer.getInteger("simpul.tamperings", 100);
    private static final long SEED = Long.getLong("simpul.seed", System.nanoTime());
    private static final Set<String> AGAINST_WHAT_WAS_SEEN = Set.of("FORK", "REWRITTEN", "STALE");
    private static final String HOLDS = "";

    @TempDir
    static Path folder;

    private static BuiltLog log;
    private static Note newest;
    private static Map<Long, String> opened;
    private static Receipts receipts;

    private final SplittableRandom random = new SplittableRandom(SEED);

    /** Who finds it, and so what is held outside. */
    private enum By {
        /** Anybody: the tables contradict each other or their signature. */
        ANYBODY,
        /** The tables agree and are signed: whoever kept a checkpoint that covers the change. */
        CHECKPOINT,
        /** No kept checkpoint covers the change: whoever has the receipt. */
        RECEIPT
    }

    private interface Change {
        /** Changes what lies in some of the leaves from one on, up to another. */
        void make(long from, long to) throws Exception;
    }

    private record Tampering(String name, By by, Change change) {}

    private final List<Tampering> tamperings = Stream.of(
                    of("a leaf edited", By.ANYBODY, this::editLeaf),
                    of("a leaf deleted", By.ANYBODY, (from, to) -> deleteLeaf(from, to, random.nextBoolean())),
                    of("a leaf inserted", By.ANYBODY, this::insertLeaf),
                    of("leaves in another order", By.ANYBODY, this::reorder),
                    of("the tail of the leaves cut", By.ANYBODY, this::cut),
                    of("a hash of a tile edited", By.ANYBODY, (from, to) -> editTile("hashes", 8192)),
                    of("the root of a tile edited", By.ANYBODY, (from, to) -> editTile("root", 32)),
                    of("a tile deleted", By.ANYBODY, (from, to) -> deleteTile()),
                    of("a leaf edited, tiles made anew", By.ANYBODY, rechained(this::editLeaf)),
                    of("leaves in another order, tiles made anew", By.ANYBODY, rechained(this::reorder)),
                    of("a checkpoint edited", By.ANYBODY, (from, to) -> editNote()),
                    of("a checkpoint signed by another key", By.ANYBODY, (from, to) -> foreignKey()),
                    of("a cosignature edited or deleted", By.ANYBODY, (from, to) -> editCosignature()),
                    of("an opened entry edited", By.ANYBODY, (from, to) -> editEntry()),
                    of("an opened entry deleted", By.ANYBODY, (from, to) -> deleteEntry()),
                    of("two entries at each other's leaf", By.ANYBODY, (from, to) -> exchangeEntries()),
                    of("a leaf edited, signed anew", By.CHECKPOINT, signed(this::editLeaf)),
                    of("a leaf deleted, signed anew", By.CHECKPOINT, signed((from, to) -> deleteLeaf(from, to, true))),
                    of("a leaf inserted, signed anew", By.CHECKPOINT, signed(this::insertLeaf)),
                    of("leaves in another order, signed anew", By.CHECKPOINT, signed(this::reorder)),
                    of("the tail cut, signed anew", By.CHECKPOINT, signed(this::cut)),
                    of("an entry and its leaf rewritten, signed anew", By.CHECKPOINT, signed(this::rewriteEntry)),
                    of("a receipt's leaf edited, signed anew", By.RECEIPT, signed(this::editOwn)),
                    of("a receipt's leaf deleted, signed anew", By.RECEIPT, signed(this::deleteOwn)),
                    of("a receipt's entry and leaf rewritten, signed anew", By.RECEIPT, signed(this::rewriteOwn)),
                    of("the tail with a receipt cut, signed anew", By.RECEIPT, signed(this::cutOwn)),
                    of("back to the checkpoint before", By.RECEIPT, (from, to) -> rewind()))
            .toList();

    private static Tampering of(String name, By by, Change change) {
        return new Tampering(name, by, change);
    }

    private static Change rechained(Change change) {
        return (from, to) -> {
            change.make(from, to);
            log.rechain();
        };
    }

    /** And grows on, as a log does. */
    private Change signed(Change change) {
        return (from, to) -> {
            change.make(from, to);
            grow(random.nextInt(3) * random.nextInt(200));
            log.rechain();
            log.resign();
        };
    }

    @BeforeAll
    static void build() throws Exception {
        log = new BuiltLog(folder.resolve("witness"), SEED);
        newest = PublishedLog.newest(log.superuser).orElseThrow().note();
        opened = new TreeMap<>();
        for (long index : log.own(0)) {
            opened.put(index, log.opened(index).orElseThrow());
        }
        receipts = Receipts.parse(
                opened.values().stream().map(TamperingTest::receipt).collect(Collectors.joining("\n")));
        log.undo();
    }

    private static String receipt(String opened) {
        try {
            return Entry.parse(opened).leaf().hash().toString();
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        log.close();
    }

    @Test
    void everyTamperingIsFound() throws Exception {
        System.out.println("tamperings: " + TAMPERINGS + ", -Dsimpul.seed=" + SEED);
        Map<String, Map<String, Integer>> findings = new TreeMap<>();
        for (int i = 0; i < TAMPERINGS; i++) {
            Tampering tampering = tamperings.get(i < tamperings.size() ? i : random.nextInt(tamperings.size()));
            String finding = tampered(tampering);
            assertFalse(finding.equals(HOLDS), "not found, seed " + SEED + ", number " + i + ": " + tampering.name());
            findings.computeIfAbsent(tampering.name(), name -> new TreeMap<>()).merge(finding, 1, Integer::sum);
        }
        assertEquals(HOLDS, found(Optional.of(log.seen()), true, true));
        findings.forEach((name, found) -> System.out.println(name + ": " + found));
        assertEquals(
                TAMPERINGS,
                findings.values().stream()
                        .flatMap(found -> found.values().stream())
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    /** Does it, looks for it, and undoes it. */
    private String tampered(Tampering tampering) throws Exception {
        // a checkpoint does not cover what came later
        boolean later = tampering.by() == By.RECEIPT;
        Note seen = !later && random.nextBoolean() ? newest : log.seen();
        long covered = Checkpoint.parse(seen).size();
        try {
            tampering.change().make(later ? covered : 0, later ? log.size() : covered);
            if (tampering.by() == By.ANYBODY) {
                return found(Optional.of(seen), true, true);
            }
            // no witness stands in the way, and nothing contradicts itself: it is what is held outside that tells
            assertEquals(HOLDS, found(later ? Optional.of(seen) : Optional.empty(), false, false), tampering.name());
            String finding = found(Optional.of(seen), false, later);
            assertTrue(
                    (later ? Set.of("RECEIPT") : AGAINST_WHAT_WAS_SEEN).contains(finding),
                    tampering.name() + ": " + finding);
            assertFalse(log.askedAgain() == 200, tampering.name());
            return finding;
        } finally {
            log.undo();
        }
    }

    /**
     * What a reader finds who verifies, mirrors, looks for the receipts and opens the entries.
     *
     * @param seen the checkpoint that is held outside
     * @param cosigned whether a witness is asked for
     * @param receipts whether receipts and opened entries are held outside
     * @return a word; empty if all of it holds
     */
    private static String found(Optional<Note> seen, boolean cosigned, boolean receipts)
            throws IOException, SQLException {
        Path state = Files.createTempDirectory(folder, "seen");
        Kept kept = new Kept(state);
        if (seen.isPresent()) {
            kept.keep(BuiltLog.origin(), seen.get());
        }
        Verifier verifier = new Verifier(BuiltLog.policy(cosigned), log.served(), kept);
        try {
            Checkpoint checkpoint = verifier.verify(Instant.MIN, Instant.now()).checkpoint();
            verifier.everything(checkpoint);
            return receipts ? found(verifier, checkpoint) : HOLDS;
        } catch (TamperedException e) {
            return e.finding().name();
        } catch (UndecidedException e) {
            return e.reason().name();
        }
    }

    private static String found(Verifier verifier, Checkpoint checkpoint)
            throws IOException, SQLException, TamperedException {
        verifier.includes(checkpoint, receipts, Instant.now());
        for (long index : opened.keySet()) {
            Optional<String> now = log.opened(index);
            if (now.isEmpty()) {
                return "NOT OPENED";
            }
            try {
                verifier.includes(checkpoint, Entry.parse(now.get()));
            } catch (FormatException e) {
                return "UNREADABLE";
            }
        }
        return HOLDS;
    }

    @Test
    void whatNobodyTamperedWithHolds() throws Exception {
        for (Note seen : List.of(log.seen(), newest)) {
            for (boolean cosigned : new boolean[] {true, false}) {
                assertEquals(HOLDS, found(Optional.of(seen), cosigned, true));
            }
        }
        grow(150);
        log.rechain();
        log.resign();
        assertEquals(HOLDS, found(Optional.of(log.seen()), false, true));
        assertEquals(200, log.askedAgain());
        log.undo();
    }

    /** What docs/audit.md says is not found. */
    @Test
    void whatNobodySawAndNobodyHasAReceiptForIsNotFound() throws Exception {
        long chance = log.size() - 1;
        while (!log.opened(chance).isEmpty()) {
            chance--;
        }
        assertTrue(chance >= log.seenSize());
        signed(this::editLeaf).make(chance, chance + 1);
        assertEquals(HOLDS, found(Optional.of(log.seen()), false, true));
        log.undo();
    }

    private long any(long from, long to) {
        return random.nextLong(from, to);
    }

    private void editLeaf(long from, long to) throws SQLException {
        editLeaf(any(from, to));
    }

    private void editLeaf(long index) throws SQLException {
        int at = random.nextInt(Leaf.LENGTH);
        one(
                "update audit_leaf set data = set_byte(data, ?, get_byte(data, ?) # ?) where index = ?",
                at,
                at,
                1 + random.nextInt(255),
                index);
    }

    private void deleteLeaf(long from, long to, boolean close) throws SQLException {
        deleteLeaf(any(from, to), close);
    }

    /** @param close whether those above move down */
    private static void deleteLeaf(long index, boolean close) throws SQLException {
        one("delete from audit_leaf where index = ?", index);
        if (close) {
            move("index > ?", "index - 1", index);
        }
    }

    private void insertLeaf(long from, long to) throws SQLException {
        long index = any(from, to);
        move("index >= ?", "index + 1", index);
        one("insert into audit_leaf (index, data) values (?, ?)", index, chance());
    }

    private void reorder(long from, long to) throws SQLException {
        long first = any(from, to - 1);
        long last = Math.min(to - 1, first + 1 + random.nextInt(20));
        move("index between ? and ?", (first + last) + " - index", first, last);
    }

    private void cut(long from, long to) throws SQLException {
        log.change("delete from audit_leaf where index >= ?", any(from, to));
    }

    private void rewriteEntry(long from, long to) throws SQLException {
        List<Long> places = new ArrayList<>();
        try (PreparedStatement select = log.superuser.prepareStatement(
                "select index from audit_leaf where entry_id is not null and index >= ? and index < ?")) {
            select.setLong(1, from);
            select.setLong(2, to);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    places.add(rows.getLong(1));
                }
            }
        }
        rewrite(places.get(random.nextInt(places.size())));
    }

    private static void rewrite(long index) throws SQLException {
        one(
                "update audit_entry set act = 'me.read', payload = replace(payload, 'referral.read', 'me.read')"
                        + " where id = (select entry_id from audit_leaf where index = ?)",
                index);
        try (PreparedStatement select =
                log.superuser.prepareStatement("select e.at, e.nonce, e.payload from audit_leaf l"
                        + " join audit_entry e on e.id = l.entry_id where l.index = ?")) {
            select.setLong(1, index);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                Instant at = row.getObject(1, OffsetDateTime.class).toInstant();
                byte[] leaf = Leaf.of(at, row.getBytes(2), row.getString(3)).data();
                one("update audit_leaf set data = ? where index = ?", leaf, index);
            }
        }
    }

    private long own(long from) throws SQLException {
        List<Long> own = log.own(from);
        return own.get(random.nextInt(own.size()));
    }

    private void editOwn(long from, long to) throws SQLException {
        editLeaf(own(from));
    }

    private void deleteOwn(long from, long to) throws SQLException {
        deleteLeaf(own(from), true);
    }

    private void rewriteOwn(long from, long to) throws SQLException {
        rewrite(own(from));
    }

    private void cutOwn(long from, long to) throws SQLException {
        cut(from, own(from) + 1);
    }

    private static void rewind() throws SQLException {
        log.change("delete from audit_leaf where index >= ?", log.seenSize());
        log.change("delete from audit_checkpoint where size > ?", log.seenSize());
        log.rechain();
    }

    private void editTile(String column, int length) throws SQLException {
        int at = random.nextInt(length);
        one(
                "update audit_tile set %1$s = set_byte(%1$s, ?, get_byte(%1$s, ?) # ?) where level = 0 and number = ?"
                        .formatted(column),
                at,
                at,
                1 + random.nextInt(255),
                tile());
    }

    private void deleteTile() throws SQLException {
        one("delete from audit_tile where level = 0 and number = ?", tile());
    }

    private long tile() throws SQLException {
        return random.nextLong(log.size() / 256);
    }

    private void editNote() throws Exception {
        Checkpoint checkpoint = Checkpoint.parse(newest);
        Checkpoint other =
                switch (random.nextInt(3)) {
                    case 0 -> new Checkpoint(checkpoint.origin(), any(1, checkpoint.size()), checkpoint.root());
                    case 1 -> new Checkpoint(checkpoint.origin(), checkpoint.size(), Hash.leaf(chance()));
                    default -> checkpoint;
                };
        Note.Signature signature = newest.signatures().get(0);
        byte[] bytes = signature.bytes();
        if (other.equals(checkpoint)) {
            bytes = bytes.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        }
        Note note = new Note(other.text(), List.of(new Note.Signature(signature.name(), signature.keyId(), bytes)));
        one("update audit_checkpoint set note = ? where size = ?", note.toString(), checkpoint.size());
    }

    private static void foreignKey() throws Exception {
        Checkpoint checkpoint = Checkpoint.parse(newest);
        Note note = checkpoint.signedBy(NoteSigner.generate(checkpoint.origin(), NoteKey.LOG));
        one("update audit_checkpoint set note = ? where size = ?", note.toString(), checkpoint.size());
    }

    private void editCosignature() throws Exception {
        long size = Checkpoint.parse(newest).size();
        if (random.nextBoolean()) {
            one("delete from audit_cosignature where size = ?", size);
            return;
        }
        Note.Signature line = newest.signatures().get(1);
        byte[] bytes = line.bytes().clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
        one(
                "update audit_cosignature set line = ? where size = ?",
                new Note.Signature(line.name(), line.keyId(), bytes).line(),
                size);
    }

    private void editEntry() throws SQLException {
        long index = own(0);
        String where = " where id = (select entry_id from audit_leaf where index = ?)";
        switch (random.nextInt(4)) {
            case 0 ->
                one("update audit_entry set payload = replace(payload, 'referral.read', 'me.read')" + where, index);
            case 1 ->
                one(
                        "update audit_entry set payload = overlay(payload placing ? from ? for 1)" + where,
                        "~",
                        1 + random.nextInt(60),
                        index);
            case 2 -> {
                int at = random.nextInt(Leaf.NONCE);
                one(
                        "update audit_entry set nonce = set_byte(nonce, ?, get_byte(nonce, ?) # ?)" + where,
                        at,
                        at,
                        1 + random.nextInt(255),
                        index);
            }
            // never a whole hour, as which the time may be told
            default ->
                one(
                        "update audit_entry set at = at + ? * interval '1.000001 seconds'" + where,
                        (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(100_000)),
                        index);
        }
    }

    private void deleteEntry() throws SQLException {
        one("delete from audit_entry where id = (select entry_id from audit_leaf where index = ?)", own(0));
    }

    private void exchangeEntries() throws SQLException {
        long one = own(0);
        long other = own(0);
        while (other == one) {
            other = own(0);
        }
        byte[] first = log.leaf(one);
        byte[] second = log.leaf(other);
        move("index in (?, ?)", (one + other) + " - index", one, other);
        one("update audit_leaf set data = ? where index = ?", first, one);
        one("update audit_leaf set data = ? where index = ?", second, other);
    }

    private void grow(int leaves) throws SQLException {
        long size = log.size();
        try (PreparedStatement insert =
                log.superuser.prepareStatement("insert into audit_leaf (index, data) values (?, ?)")) {
            for (int i = 0; i < leaves; i++) {
                insert.setLong(1, size + i);
                insert.setBytes(2, chance());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private byte[] chance() {
        byte[] commitment = new byte[Hash.LENGTH];
        random.nextBytes(commitment);
        return new Leaf(BuiltLog.NOW.truncatedTo(ChronoUnit.HOURS), commitment).data();
    }

    /** Gives leaves other places; sorted, so that all of them are gone before the first comes back. */
    private static void move(String which, String to, Object... values) throws SQLException {
        log.change(
                """
                with moved as (delete from audit_leaf where %s returning *)
                insert into audit_leaf (index, entry_id, data) select %s, entry_id, data from moved order by index
                """
                        .formatted(which, to),
                values);
    }

    /** A change that meets nothing would be no tampering. */
    private static void one(String sql, Object... values) throws SQLException {
        assertEquals(1, log.change(sql, values), sql);
    }
}
