package org.simpul.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The log that members verify. */
@ConfigMapping(prefix = "simpul.audit.log")
interface LogConfig {

    /** The key that signs checkpoints, and the log's name in it; without one nothing is published. */
    Optional<Path> keyFile();

    /** Which witnesses are asked, and how many have to cosign (C2SP tlog-policy); without one, none. */
    Optional<Path> policyFile();

    /** Where each entry is told as it is written, a line each, for another host; without one, nowhere. */
    Optional<Path> entriesFile();

    /** Between two checkpoints, at most 60 seconds; {@code off} for never. */
    @WithDefault("20s")
    String publishEvery();

    /** Leaves of a batch, whatever happened; what is no entry is chance. */
    @WithDefault("64")
    int batch();

    /** Leaves of a batch at the most, while many entries are waiting. */
    @WithDefault("4096")
    int largestBatch();

    /** How often witnesses are asked for what they have not cosigned yet; {@code off} for never. */
    @WithDefault("5s")
    String witnessEvery();

    /** For each step of asking a witness: to connect, and to get a piece of the answer; twice for the whole of it. */
    @WithDefault("PT3S")
    Duration patience();

    /** Hosts of witnesses that may have a private address and no TLS: for a demonstration. */
    Optional<Set<String>> trustedHosts();

    /** A checkpoint without its quorum is shown to verifiers after that, and the lateness is told. */
    @WithDefault("PT15M")
    Duration quorumLateAfter();

    /** Without a quorum for so long, files are neither taken in nor given out any more. */
    @WithDefault("PT24H")
    Duration bulkStopsAfter();

    default boolean trusts(String host) {
        return trustedHosts().map(hosts -> hosts.contains(host)).orElse(false);
    }
}
