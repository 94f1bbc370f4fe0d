package org.simpul.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stands for the authenticator apps of the demo's people: keeps the secret of each, and gives each code only once, as
 * Keycloak takes each only once. Kept in a file, for other commands go on with it.
 */
final class Authenticator {

    private static final int DIGITS = 6;

    private final PrivateFile file;
    private final InstantSource clock;
    private final Consumer<Duration> pause;

    Authenticator(Path file) {
        this(file, InstantSource.system(), Authenticator::sleep);
    }

    /** @param pause waits that long */
    Authenticator(Path file, InstantSource clock, Consumer<Duration> pause) {
        this.file = new PrivateFile(file, "One-time codes of the demo's people");
        this.clock = clock;
        this.pause = pause;
    }

    /** Whether the person's secret is known here; somebody may have enrolled with an app of their own instead. */
    boolean knows(String login) {
        return file.read().containsKey(secretOf(login));
    }

    /** @param secret as Keycloak hands it to an app, its characters taken as bytes */
    synchronized void enrol(String login, String secret) {
        Properties known = file.read();
        known.setProperty(secretOf(login), secret);
        known.remove(usedOf(login));
        file.write(known);
    }

    /**
     * A code that has not been given before; waits for the next half minute when the current one's has been.
     *
     * @throws LaunchFailure when the person has not enrolled here
     */
    synchronized String code(String login) {
        Properties known = file.read();
        String secret = known.getProperty(secretOf(login));
        if (secret == null) {
            throw new LaunchFailure(login + " has no one-time code here yet. ./simpul token " + login
                    + " --strong enrols one; or enrol an app of your own when the console asks for it.");
        }
        long used = Long.parseLong(known.getProperty(usedOf(login), "0"));
        Instant now = clock.instant();
        if (Totp.step(now) <= used) {
            pause.accept(Duration.between(now, Totp.begin(used + 1)));
        }
        long step = Math.max(used + 1, Totp.step(clock.instant()));
        known.setProperty(usedOf(login), Long.toString(step));
        file.write(known);
        return Totp.code(secret.getBytes(StandardCharsets.UTF_8), step, DIGITS);
    }

    private static String secretOf(String login) {
        return login + ".secret";
    }

    private static String usedOf(String login) {
        return login + ".used";
    }

    private static void sleep(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Stopped while waiting for a one-time code.", e);
        }
    }
}
