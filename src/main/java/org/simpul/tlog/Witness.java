package org.simpul.tlog;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** Cosigns a log's checkpoint once it has seen that it extends the last one that it cosigned (C2SP tlog-witness). */
public final class Witness {
    private final List<NoteKey> logs;
    private final NoteSigner signer;
    private final Kept kept;
    private final InstantSource clock;

    /** What a witness says: an HTTP status, the type of the body and the body. */
    public record Answer(int status, String type, String body) {
        private static Answer refused(int status) {
            return new Answer(status, "text/plain; charset=utf-8", "");
        }
    }

    public Witness(List<NoteKey> logs, NoteSigner signer, Kept kept, InstantSource clock) {
        this.logs = List.copyOf(logs);
        this.signer = signer;
        this.kept = kept;
        this.clock = clock;
    }

    /**
     * Answers a request to add a checkpoint; the new one is kept durably before the answer exists.
     *
     * @throws IOException if the last checkpoint can't be read or the new one can't be kept; nothing is signed then
     */
    public synchronized Answer add(byte[] body) throws IOException {
        AddCheckpoint request;
        Checkpoint checkpoint;
        try {
            request = AddCheckpoint.parse(body);
            checkpoint = Checkpoint.parse(request.checkpoint());
        } catch (FormatException e) {
            return Answer.refused(400);
        }
        Note note = request.checkpoint();
        List<NoteKey> keys = logs.stream()
                .filter(it -> it.name().equals(checkpoint.origin()))
                .toList();
        if (keys.isEmpty()) {
            return Answer.refused(404);
        }
        if (!NoteKey.haveSigned(keys, note)) {
            return Answer.refused(403);
        }
        if (request.oldSize() > checkpoint.size()) {
            return Answer.refused(400);
        }
        Checkpoint last = last(checkpoint.origin());
        if (request.oldSize() != last.size()) {
            return new Answer(409, "text/x.tlog.size", last.size() + "\n");
        }
        if (last.size() == checkpoint.size() && !last.root().equals(checkpoint.root())) {
            kept.keepEvidence(checkpoint.origin(), note.onlyOf(keys));
            return new Answer(409, "text/x.tlog.size", last.size() + "\n");
        }
        if (!Proof.grows(last.size(), last.root(), checkpoint.size(), checkpoint.root(), request.proof())) {
            return Answer.refused(422);
        }
        Note.Signature signature = signer.cosign(note.text(), clock.instant());
        kept.keep(checkpoint.origin(), note.onlyOf(keys).with(signature));
        return new Answer(200, "text/plain; charset=utf-8", signature.line());
    }

    /** The last checkpoint that was cosigned; the empty tree if there is none. */
    public Checkpoint last(String origin) throws IOException {
        return kept.checkpoint(origin).orElse(new Checkpoint(origin, 0, Hash.EMPTY));
    }
}
