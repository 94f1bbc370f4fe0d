package org.simpul.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Tells the person who waits what is going on: one line when a step begins, one every five seconds, one at its end. */
final class Progress {

    private static final Duration LINE_EVERY = Duration.ofSeconds(5);
    private static final int LOG_LINES_SHOWN = 15;

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /**
     * Waits until a child process is ready.
     *
     * @param doing what the child does, as the start of a sentence ("Keycloak starts")
     * @param log where the child writes; its end is shown when the child dies or takes longer than {@code limit}
     * @throws LaunchFailure when the process ends first, or {@code limit} passes
     */
    void until(String doing, Process process, Path log, Duration limit, BooleanSupplier ready) {
        long begin = System.nanoTime();
        long nextLine = LINE_EVERY.toNanos();
        say(doing + " …");
        while (!ready.getAsBoolean()) {
            long waited = System.nanoTime() - begin;
            if (ends(process)) {
                throw new LaunchFailure(doing + ", but ended with exit code " + process.exitValue() + "." + end(log));
            }
            if (waited > limit.toNanos()) {
                throw new LaunchFailure(doing + ", but was not ready after " + limit.toSeconds() + " s." + end(log));
            }
            if (waited > nextLine) {
                say(doing + " … " + Duration.ofNanos(waited).toSeconds() + " s");
                nextLine += LINE_EVERY.toNanos();
            }
        }
    }

    /** Waits for a child process that does one thing and ends; fails as {@link #until} does, or if it ends badly. */
    void toTheEnd(String doing, Process process, Path log, Duration limit) {
        until(doing, process, log, limit, () -> !process.isAlive() && process.exitValue() == 0);
    }

    private static boolean ends(Process process) {
        try {
            return process.waitFor(200, TimeUnit.MILLISECONDS) && process.exitValue() != 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Stopped while waiting.", e);
        }
    }

    private static String end(Path log) {
        try {
            var lines = Files.readAllLines(log);
            var last = lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size());
            return " The end of " + log + ":\n  " + String.join("\n  ", last);
        } catch (IOException e) {
            return " Its log " + log + " cannot be read.";
        }
    }
}
