package org.simpul.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.simpul.tlog.FormatException;
import org.simpul.tlog.NoteKey;
import org.simpul.tlog.NoteSigner;
import org.simpul.tlog.Policy;

/** The hub's own key of the log, and the witnesses that it asks; read once. */
@ApplicationScoped
class LogKeys {
    private final Optional<NoteSigner> signer;
    private final Policy policy;

    /** @throws IllegalStateException if a file is not what it should be: a hub that would sign nothing does not start */
    LogKeys(LogConfig config) {
        try {
            this.signer = signer(config);
            this.policy = Policy.parse(
                    config.policyFile().isPresent() ? read(config.policyFile().get()) : bytes("quorum none"));
        } catch (FormatException e) {
            throw new IllegalStateException("the log's key or its policy is not what it should be", e);
        }
    }

    private static Optional<NoteSigner> signer(LogConfig config) throws FormatException {
        if (config.keyFile().isEmpty()) {
            return Optional.empty();
        }
        NoteSigner key = NoteSigner.parse(new String(read(config.keyFile().get()), StandardCharsets.UTF_8).strip());
        if (key.key().kind() != NoteKey.LOG) {
            throw new FormatException("a key of another kind");
        }
        return Optional.of(key);
    }

    /** Empty when the hub publishes no log. */
    Optional<NoteSigner> signer() {
        return signer;
    }

    Policy policy() {
        return policy;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
