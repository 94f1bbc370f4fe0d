package org.simpul.tlog;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A command line: a command, options of one value each, and files. */
record Options(String command, Map<String, String> values, List<Path> files) {
    /** The command line can't be understood. */
    static final class UsageException extends Exception {
        UsageException(String message) {
            super(message);
        }
    }

    static Options parse(String... args) throws UsageException {
        if (args.length == 0) {
            throw new UsageException("no command");
        }
        Map<String, String> values = new HashMap<>();
        List<Path> files = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                files.add(toPath(args[i]));
            } else if (i + 1 == args.length || values.putIfAbsent(args[i].substring(2), args[++i]) != null) {
                throw new UsageException("an option without a value, or given twice");
            }
        }
        return new Options(args[0], values, files);
    }

    void only(Set<String> known, int count) throws UsageException {
        if (!known.containsAll(values.keySet())) {
            throw new UsageException("an option that " + command + " does not have");
        }
        if (files.size() != count) {
            throw new UsageException(command + " takes " + count + (count == 1 ? " file" : " files"));
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String get(String name) throws UsageException {
        String value = values.get(name);
        if (value == null) {
            throw new UsageException("--" + name + " is missing");
        }
        return value;
    }

    Path path(String name) throws UsageException {
        return toPath(get(name));
    }

    Duration duration(String name) throws UsageException {
        try {
            return Duration.parse(get(name));
        } catch (DateTimeParseException e) {
            throw new UsageException("--" + name + " takes a duration such as PT26H");
        }
    }

    private static Path toPath(String value) throws UsageException {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new UsageException("a file name that is none");
        }
    }
}
