package org.simpul.launch;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords of this installation alone: made up once, kept in a file that only its owner may read. */
final class Secrets {

    private static final int BYTES = 24;

    private final PrivateFile file;

    Secrets(Path file) {
        this.file = new PrivateFile(file, "Passwords of this installation");
    }

    /** The secret of that name: 192 random bits in URL-safe Base64, the same at every call and every start. */
    synchronized String of(String name) {
        Properties known = file.read();
        String secret = known.getProperty(name);
        if (secret == null) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            known.setProperty(name, secret);
            file.write(known);
        }
        return secret;
    }
}
