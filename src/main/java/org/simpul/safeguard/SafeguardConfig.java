package org.simpul.safeguard;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the hub's key for protected subjects comes from. Exactly one of the two is set. */
@ConfigMapping(prefix = "simpul.safeguard")
interface SafeguardConfig {

    /** The keyset itself, Tink's JSON form, as a secret store hands it over in the environment. */
    Optional<String> keyset();

    /** A file that holds the keyset, readable by the hub alone. */
    Optional<Path> keysetFile();
}
