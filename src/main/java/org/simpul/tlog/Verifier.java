package org.simpul.tlog;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

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

    /**
     * A checkpoint that holds.
     *
     * @param cosigners the witnesses that count, and when they cosigned
     * @param first whether no checkpoint of this log was kept before
     */
    public record Verified(Checkpoint checkpoint, Note note, Map<String, Instant> cosigners, boolean first) {}

    /** What a log publishes, not yet verified. */
    record Published(Note note, Checkpoint checkpoint) {}

    /** How many receipts are in the log, and how many are too young to be. */
    public record Included(long found, long pending) {}

    /**
     * Fetches the checkpoint, verifies it and that the log only grew since the last time, and keeps it.
     *
     * @param oldest cosignatures from before then do not count
     * @param newest nor do those from later than that
     * @throws TamperedException if it does not hold; the note is then kept as evidence, and the last one stays
     * @throws UndecidedException if it is an older one than the last, or its cosignatures are too old
     * @throws IOException if the log can't be reached, or what was kept can't be read
     */
    public Verified verify(Instant oldest, Instant newest) throws IOException, TamperedException {
        Published published = published(log.checkpoint());
        Note note = published.note();
        Checkpoint checkpoint = published.checkpoint();
        if (!NoteKey.haveSigned(policy.logs(checkpoint.origin()), note)) {
            throw new TamperedException(Finding.SIGNATURE, "no log of the policy has signed the checkpoint");
        }
        Map<String, Instant> cosigners = policy.cosigners(note);
        cosigners.values().removeIf(at -> at.isAfter(newest));
        if (!policy.isMet(cosigners.keySet())) {
            throw new TamperedException(
                    Finding.QUORUM, "too few witnesses have cosigned the checkpoint: " + cosigners.keySet());
        }
        Optional<Checkpoint> last = kept.checkpoint(checkpoint.origin());
        compare(last.orElse(new Checkpoint(checkpoint.origin(), 0, Hash.EMPTY)), checkpoint, note);
        cosigners.values().removeIf(at -> at.isBefore(oldest));
        if (!policy.isMet(cosigners.keySet())) {
            throw new UndecidedException(
                    UndecidedException.Reason.STALE, "too few witnesses have cosigned since " + oldest);
        }
        kept.keep(checkpoint.origin(), note);
        return new Verified(checkpoint, note, cosigners, last.isEmpty());
    }

    static Published published(byte[] signed) throws TamperedException {
        try {
            Note note = Note.parse(signed);
            return new Published(note, Checkpoint.parse(note));
        } catch (FormatException e) {
            throw new TamperedException(Finding.SIGNATURE, "the checkpoint can't be read: " + e.getMessage());
        }
    }

    private void compare(Checkpoint last, Checkpoint checkpoint, Note note) throws IOException, TamperedException {
        if (checkpoint.size() == last.size() && !checkpoint.root().equals(last.root())) {
            throw against(Finding.FORK, "two roots for the same " + last.size() + " leaves", note);
        }
        boolean stale = checkpoint.size() < last.size();
        boolean grows;
        try {
            grows = stale ? grows(checkpoint, last) : grows(last, checkpoint);
        } catch (TamperedException e) {
            if (!stale || e.finding() != Finding.WITHHELD) {
                throw e;
            }
            throw stale(last, checkpoint, "; it does not serve what would show that they are the first of these");
        }
        if (!grows) {
            throw against(
                    Finding.REWRITTEN,
                    "the log of " + checkpoint.size() + " leaves does not show that it agrees with the " + last.size()
                            + " that it had",
                    note);
        }
        if (stale) {
            throw stale(last, checkpoint, ", the first of these");
        }
    }

    private boolean grows(Checkpoint older, Checkpoint newer) throws IOException, TamperedException {
        List<Hash> path = new Tree(new TiledNodes(log, newer.size()), newer.size()).consistency(older.size());
        return Proof.grows(older.size(), older.root(), newer.size(), newer.root(), path);
    }

    static UndecidedException stale(Checkpoint last, Checkpoint checkpoint, String more) {
        return new UndecidedException(
                UndecidedException.Reason.STALE,
                "the log had " + last.size() + " leaves, and has " + checkpoint.size() + more);
    }

    private TamperedException against(Finding finding, String message, Note note) throws IOException {
        String origin = note.text().substring(0, note.text().indexOf('\n'));
        return new TamperedException(
                finding, message + "; both checkpoints are kept, this one as " + kept.keepEvidence(origin, note));
    }

    /** Reads the whole log, entries too, and compares every tile of every level with the signed root. */
    public void everything(Checkpoint checkpoint) throws IOException, TamperedException {
        new Scan(checkpoint, log, (index, leaf) -> {}, true, Optional.empty()).run();
    }

    /** Does the same, and keeps every tile and bundle that fits; what is there and fits is not fetched. */
    public void everything(Checkpoint checkpoint, TileFiles copy) throws IOException, TamperedException {
        new Scan(checkpoint, log, (index, leaf) -> {}, true, Optional.of(copy)).run();
    }

    /**
     * Whether the opened entry is what the log holds at its index.
     *
     * @throws UndecidedException if the log does not go so far yet
     */
    public void includes(Checkpoint checkpoint, Entry entry) throws IOException, TamperedException {
        if (entry.index() >= checkpoint.size()) {
            throw new UndecidedException(
                    UndecidedException.Reason.PENDING, "the log has no leaf " + entry.index() + " yet");
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
        Scan.Visitor visitor = (index, leaf) -> {
            if (missing.remove(leaf) != null) {
                found.accept(leaf, index);
            }
        };
        new Scan(checkpoint, log, visitor, false, Optional.empty()).run();
        Optional<Hash> lost = missing.entrySet().stream()
                .filter(it -> it.getValue().isBefore(due))
                .map(Map.Entry::getKey)
                .findFirst();
        if (lost.isPresent()) {
            throw new TamperedException(Finding.RECEIPT, "a leaf that was handed out is not in the log: " + lost.get());
        }
        return new Included(receipts.leaves().size() - missing.size(), missing.size());
    }
}
