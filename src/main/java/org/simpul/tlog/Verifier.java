package org.simpul.tlog;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Holds a log to its word: to its signature, to its witnesses, to what it said before, to its own tiles, and to what it
 * handed out. It believes the policy and what it has kept itself.
 */
public final class Verifier {
    private final Policy policy;
    private final Tiles log;
    private final Kept kept;

    public Verifier(Policy policy, Tiles log, Kept kept) {
        this.policy = policy;
        this.log = log;
        this.kept = kept;
    }

    /** A checkpoint that holds, and the names of those who have cosigned it. */
    public record Verified(Checkpoint checkpoint, Note note, List<String> cosigners) {}

    /** What a log publishes, not yet verified. */
    record Published(Note note, Checkpoint checkpoint) {}

    /** How many receipts are in the log, and how many are too young to be. */
    public record Included(long found, long pending) {}

    /**
     * Fetches the checkpoint, verifies it and that the log only grew since the last time, and keeps it.
     *
     * @throws TamperedException if it does not hold; the note is then kept as evidence, and the last one stays
     * @throws IOException if the log can't be reached, or what was kept can't be read
     */
    public Verified verify() throws IOException, TamperedException {
        Published published = published(log.checkpoint());
        Note note = published.note();
        Checkpoint checkpoint = published.checkpoint();
        if (policy.logs(checkpoint.origin()).stream().noneMatch(key -> key.hasSigned(note))) {
            throw new TamperedException(Finding.SIGNATURE, "no log of the policy has signed the checkpoint");
        }
        List<String> cosigners = policy.cosigners(note);
        if (!policy.isMet(note)) {
            throw new TamperedException(Finding.QUORUM, "too few witnesses have cosigned the checkpoint: " + cosigners);
        }
        compare(checkpoint, note);
        kept.keep(checkpoint.origin(), note);
        return new Verified(checkpoint, note, cosigners);
    }

    static Published published(byte[] signed) throws TamperedException {
        try {
            Note note = Note.parse(signed);
            return new Published(note, Checkpoint.parse(note));
        } catch (FormatException e) {
            throw new TamperedException(Finding.SIGNATURE, "the checkpoint can't be read: " + e.getMessage());
        }
    }

    private void compare(Checkpoint checkpoint, Note note) throws IOException, TamperedException {
        Optional<Note> known = kept.last(checkpoint.origin());
        if (known.isEmpty()) {
            return;
        }
        Checkpoint last;
        try {
            last = Checkpoint.parse(known.get());
        } catch (FormatException e) {
            throw new IOException("the kept checkpoint is damaged", e);
        }
        if (checkpoint.size() < last.size()) {
            throw against(
                    Finding.ROLLBACK, "the log has " + checkpoint.size() + " leaves, and had " + last.size(), note);
        }
        if (checkpoint.size() == last.size() && !checkpoint.root().equals(last.root())) {
            throw against(Finding.FORK, "two roots for the same " + last.size() + " leaves", note);
        }
        List<Hash> path = new Tree(new TiledNodes(log, checkpoint.size()), checkpoint.size()).consistency(last.size());
        if (!Proof.grows(last.size(), last.root(), checkpoint.size(), checkpoint.root(), path)) {
            throw against(
                    Finding.REWRITTEN,
                    "the log of " + checkpoint.size() + " leaves does not show that it begins with the " + last.size()
                            + " that it had",
                    note);
        }
    }

    private TamperedException against(Finding finding, String message, Note note) throws IOException {
        String origin = note.text().substring(0, note.text().indexOf('\n'));
        return new TamperedException(
                finding, message + "; both checkpoints are kept, this one as " + kept.keepEvidence(origin, note));
    }

    /** Reads the whole log, entries too, and compares every tile of every level with the signed root. */
    public void everything(Checkpoint checkpoint) throws IOException, TamperedException {
        scan(checkpoint, true, leaf -> {});
    }

    /** Whether the opened entry is what the log holds at its index. */
    public void includes(Checkpoint checkpoint, Entry entry) throws IOException, TamperedException {
        if (entry.index() >= checkpoint.size()) {
            throw new TamperedException(Finding.ENTRY, "the log has no leaf " + entry.index());
        }
        Tree tree = new Tree(new TiledNodes(log, checkpoint.size()), checkpoint.size());
        List<Hash> path = tree.inclusion(entry.index());
        Hash leaf = entry.leaf().hash();
        if (!Proof.includes(entry.index(), leaf, checkpoint.size(), checkpoint.root(), path)) {
            throw new TamperedException(Finding.ENTRY, "the log holds something else at " + entry.index());
        }
    }

    /**
     * Whether every receipt is in the log.
     *
     * @param due receipts from then on may still be on their way; those without a time may not
     */
    public Included includes(Checkpoint checkpoint, Receipts receipts, Instant due)
            throws IOException, TamperedException {
        return includes(checkpoint, receipts, due, (leaf, index) -> {});
    }

    /** @param found is told each receipt that is in the log, and its index, by which its entry is opened */
    Included includes(Checkpoint checkpoint, Receipts receipts, Instant due, BiConsumer<Hash, Long> found)
            throws IOException, TamperedException {
        Map<Hash, Instant> missing = new HashMap<>(receipts.leaves());
        AtomicLong next = new AtomicLong();
        scan(checkpoint, false, leaf -> {
            long index = next.getAndIncrement();
            if (missing.remove(leaf) != null) {
                found.accept(leaf, index);
            }
        });
        Optional<Hash> lost = missing.entrySet().stream()
                .filter(it -> it.getValue().isBefore(due))
                .map(Map.Entry::getKey)
                .findFirst();
        if (lost.isPresent()) {
            throw new TamperedException(Finding.RECEIPT, "a leaf that was handed out is not in the log: " + lost.get());
        }
        return new Included(receipts.leaves().size() - missing.size(), missing.size());
    }

    private void scan(Checkpoint checkpoint, boolean entries, Consumer<Hash> visitor)
            throws IOException, TamperedException {
        long size = checkpoint.size();
        TiledNodes nodes = new TiledNodes(log, size);
        Frontier whole = new Frontier();
        List<Row> rows = new ArrayList<>();
        for (long number = 0; number * TilePath.FULL < size; number++) {
            byte[] tile = nodes.tile(0, number);
            List<byte[]> bundle = entries ? nodes.entries(number) : List.of();
            Frontier subtree = new Frontier();
            for (int i = 0; i < tile.length / Hash.LENGTH; i++) {
                Hash leaf = Hash.at(tile, i);
                if (entries && !Hash.leaf(bundle.get(i)).equals(leaf)) {
                    throw new TamperedException(
                            Finding.ENTRY, "entry " + (number * TilePath.FULL + i) + " does not fit its leaf");
                }
                subtree.append(leaf);
                whole.append(leaf);
                visitor.accept(leaf);
            }
            if (subtree.size() == TilePath.FULL) {
                raise(rows, subtree.root(), nodes);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).compare(nodes, i + 1);
        }
        if (!whole.root().equals(checkpoint.root())) {
            throw new TamperedException(Finding.TILE, "the tiles of level 0 do not come to the signed root");
        }
    }

    /** Adds the root of a whole tile to the row above, and so on upwards. */
    private static void raise(List<Row> rows, Hash root, TiledNodes nodes) throws IOException, TamperedException {
        Hash hash = root;
        for (int i = 0; ; i++) {
            if (rows.size() == i) {
                rows.add(new Row());
            }
            Row row = rows.get(i);
            row.hashes.add(hash);
            if (row.hashes.size() < TilePath.FULL) {
                return;
            }
            row.compare(nodes, i + 1);
            Frontier subtree = new Frontier();
            row.hashes.forEach(subtree::append);
            hash = subtree.root();
            row.hashes.clear();
            row.number++;
        }
    }

    /** The tile of an upper level that is being filled. */
    private static final class Row {
        private final List<Hash> hashes = new ArrayList<>();
        private long number;

        private void compare(TiledNodes nodes, int level) throws IOException, TamperedException {
            if (hashes.isEmpty()) {
                return;
            }
            byte[] served = nodes.tile(level, number);
            for (int i = 0; i < hashes.size(); i++) {
                if (!Hash.at(served, i).equals(hashes.get(i))) {
                    throw new TamperedException(
                            Finding.TILE, TilePath.of(level, number, nodes.size()) + " does not fit the tiles below");
                }
            }
        }
    }
}
