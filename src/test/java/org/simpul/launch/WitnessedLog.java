package org.simpul.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.simpul.tlog.AddCheckpoint;
import org.simpul.tlog.Checkpoint;
import org.simpul.tlog.Finding;
import org.simpul.tlog.FormatException;
import org.simpul.tlog.Hash;
import org.simpul.tlog.Kept;
import org.simpul.tlog.LogClient;
import org.simpul.tlog.Note;
import org.simpul.tlog.NoteKey;
import org.simpul.tlog.NoteSigner;
import org.simpul.tlog.Policy;
import org.simpul.tlog.Receipts;
import org.simpul.tlog.TamperedException;
import org.simpul.tlog.TiledNodes;
import org.simpul.tlog.Tree;
import org.simpul.tlog.Verifier;
import org.simpul.tlog.Witness;

/** The hub's key of the log, and beside it what members have at home: a witness, a policy, what was seen last. */
final class WitnessedLog {
    private final URI hub;
    private final Path folder;

    WitnessedLog(URI hub, State state) {
        this.hub = hub;
        this.folder = state.folder().resolve("audit-log");
    }

    /** Made once: with another key it would be another log. */
    Path key() {
        return key("hub.key", hub.getAuthority() + "/log", NoteKey.LOG);
    }

    /** The hub's own: it takes what the witness brings, and waits for nobody. */
    Path policy() {
        try {
            return Files.writeString(folder.resolve("policy"), witnessLine() + "quorum none\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Cosigns and verifies until all leaves are in what is cosigned.
     *
     * @return what was found, in a sentence
     */
    String confirm(List<String> leaves) {
        return Patience.until(() -> look(leaves), Optional::isPresent, "the receipts are not in the audit log")
                .orElseThrow();
    }

    /**
     * Cosigns and verifies what the hub shows now: it begins with all that was seen before.
     *
     * @return empty when another one was published between the two
     */
    Optional<Checkpoint> grown() throws IOException, TamperedException {
        LogClient log = new LogClient(hub.resolve("/log"));
        try (Kept cosigned = Kept.alone(folder.resolve("cosigned"));
                Kept seen = Kept.alone(folder.resolve("seen"))) {
            cosign(log, cosigned);
            Verifier verifier = new Verifier(verifiersPolicy(), log, seen);
            return Optional.of(verifier.verify(Instant.MIN, Instant.now()).checkpoint());
        } catch (TamperedException e) {
            if (e.finding() == Finding.QUORUM) {
                return Optional.empty();
            }
            throw e;
        } catch (FormatException e) {
            throw new LaunchFailure("The audit log can't be read.", e);
        }
    }

    /** Reads all of it, entries and tiles of every level, and compares it with what is signed. */
    void everything(Checkpoint checkpoint) throws IOException, TamperedException {
        reader().everything(checkpoint);
    }

    /** Of what is believed already: it keeps nothing. */
    private Verifier reader() {
        return new Verifier(verifiersPolicy(), new LogClient(hub.resolve("/log")), new Kept(folder.resolve("seen")));
    }

    private Policy verifiersPolicy() {
        try {
            return Policy.parse(("log " + signer(key()).key() + "\n" + witnessLine() + "quorum witness\n")
                    .getBytes(StandardCharsets.UTF_8));
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> look(List<String> leaves) {
        try {
            Optional<Checkpoint> grown = grown();
            if (grown.isEmpty()) {
                return Optional.empty();
            }
            Checkpoint checkpoint = grown.get();
            Verifier.Included included =
                    reader().includes(checkpoint, Receipts.parse(String.join("\n", leaves)), Instant.now());
            return Optional.of("A witness has cosigned the audit log of " + checkpoint.size() + " leaves; all "
                    + included.found() + " receipts of the story are in it.");
        } catch (TamperedException e) {
            // not published yet
            if (e.finding() == Finding.RECEIPT) {
                return Optional.empty();
            }
            throw new LaunchFailure("The audit log does not hold.", e);
        } catch (FormatException e) {
            throw new LaunchFailure("The audit log can't be verified.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cosign(LogClient log, Kept cosigned) throws IOException, FormatException, TamperedException {
        Note newest = Note.parse(log.newest());
        Checkpoint checkpoint = Checkpoint.parse(newest);
        Witness witness =
                new Witness(List.of(signer(key()).key()), signer(witnessKey()), cosigned, InstantSource.system());
        long old = witness.last(checkpoint.origin()).size();
        if (checkpoint.size() < old) {
            throw new LaunchFailure("The audit log got shorter.");
        }
        List<Hash> proof = new Tree(new TiledNodes(log, checkpoint.size()), checkpoint.size()).consistency(old);
        Witness.Answer answer =
                witness.add(new AddCheckpoint(old, proof, newest).text().getBytes(StandardCharsets.UTF_8));
        if (answer.status() != 200) {
            throw new LaunchFailure("The witness does not cosign: " + answer.status() + ".");
        }
        log.cosigned(checkpoint.text() + "\n" + answer.body());
    }

    private String witnessLine() {
        return "witness witness " + signer(witnessKey()).key() + "\n";
    }

    private Path witnessKey() {
        return key("witness.key", "witness." + hub.getHost(), NoteKey.WITNESS);
    }

    private Path key(String name, String origin, byte kind) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                NoteSigner.generate(origin, kind).keepIn(file);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NoteSigner signer(Path file) {
        try {
            return NoteSigner.parse(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatException e) {
            throw new LaunchFailure("A key of the audit log is damaged: " + file + ".", e);
        }
    }
}
