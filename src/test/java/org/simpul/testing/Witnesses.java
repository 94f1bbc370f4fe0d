package org.simpul.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.simpul.tlog.FormatException;
import org.simpul.tlog.Kept;
import org.simpul.tlog.NoteKey;
import org.simpul.tlog.NoteSigner;
import org.simpul.tlog.Policy;
import org.simpul.tlog.Witness;
import org.simpul.tlog.WitnessServer;

/** The log's key of this run and two witnesses, of whom one is enough: one that is asked, and one that comes itself. */
public final class Witnesses {
    private static final NoteSigner LOG = NoteSigner.generate("hub.simpul.test/log", NoteKey.LOG);
    private static final NoteSigner ASKED = NoteSigner.generate("asked.simpul.test/w", NoteKey.WITNESS);
    private static final NoteSigner COMING = NoteSigner.generate("coming.simpul.test/w", NoteKey.WITNESS);

    private static WitnessServer server;
    private static Path policy;

    private Witnesses() {}

    static Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("witnesses");
            server =
                    WitnessServer.start(new InetSocketAddress("localhost", 0), witness(ASKED, folder.resolve("asked")));
            policy = folder.resolve("policy");
            Files.writeString(
                    policy,
                    """
                    log %s
                    witness asked %s http://localhost:%d
                    witness coming %s
                    group enough any asked coming
                    quorum enough
                    """
                            .formatted(LOG.key(), ASKED.key(), server.port(), COMING.key()));
            LOG.keepIn(folder.resolve("log.key"));
            return Map.of(
                    "simpul.audit.log.key-file", folder.resolve("log.key").toString(),
                    "simpul.audit.log.policy-file", policy.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void stop() {
        server.close();
    }

    /** The witness that nobody can ask, with what it has seen in this folder. */
    public static Witness coming(Path state) {
        return witness(COMING, state);
    }

    /** A witness that the policy does not know. */
    public static Witness unknown(Path state) {
        return witness(NoteSigner.generate("unknown.simpul.test/w", NoteKey.WITNESS), state);
    }

    private static Witness witness(NoteSigner signer, Path state) {
        return new Witness(List.of(LOG.key()), signer, new Kept(state), InstantSource.system());
    }

    /** The hub's own key, as whoever has stolen it. */
    public static NoteSigner stolenKey() {
        return LOG;
    }

    /** What a member believes. */
    public static Policy policy() {
        try {
            return Policy.parse(Files.readAllBytes(policy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
