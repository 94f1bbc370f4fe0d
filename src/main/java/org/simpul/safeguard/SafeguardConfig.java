package org.simpul.safeguard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The hub's keys for protected subjects, of which exactly one source is set, and how unmasking goes. */
@ConfigMapping(prefix = "simpul.safeguard")
interface SafeguardConfig {

    /** The keyset itself, Tink's JSON form, as a secret store hands it over in the environment. */
    Optional<String> keyset();

    /** A file that holds the keyset, readable by the hub alone. */
    Optional<Path> keysetFile();

    /** How often the keyset's file is read again and data keys are wrapped anew; {@code off} for never. */
    @WithDefault("60s")
    String rotateEvery();

    /** How long the details stay open to whoever asked, from the approval on. */
    @WithDefault("PT15M")
    Duration unmaskFor();

    /** How long a request to unmask waits for its second person. */
    @WithDefault("PT24H")
    Duration unmaskDecideWithin();
}
