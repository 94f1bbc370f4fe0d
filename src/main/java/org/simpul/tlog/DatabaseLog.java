package org.simpul.tlog;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL says was done in it (jsonlog, with the lines of pgaudit): its transactions that were committed, and
 * which lines of it are missing.
 *
 * @param transactions those that wrote something, the oldest first
 * @param gaps one sentence each
 */
record DatabaseLog(List<Transaction> transactions, List<String> gaps) {
    private static final Pattern MEMBER =
            Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\":(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|(-?[0-9]++))");

    private static final String AUDIT = "AUDIT: SESSION,";
    private static final String ENTRY = "audit entry ";
    private static final Set<String> WRITING = Set.of("WRITE", "DDL", "ROLE");

    /** How many fields of pgaudit's line come before the statement. */
    private static final int FIELDS = 7;

    private static final int CLASS = 2;
    private static final int COMMAND = 3;
    private static final int OBJECT = 5;

    /**
     * What was done at once.
     *
     * @param name session and virtual transaction
     * @param user who had logged in
     * @param writes commands and tables, {@code INSERT public.referral}; a command alone where no table is told
     * @param entries the audit entries that were written with it
     */
    record Transaction(Instant at, String name, String user, Set<String> writes, Set<UUID> entries) {}

    private static final class Open {
        private final Transaction transaction;
        private boolean block;
        private boolean committed;
        private boolean failed;

        private Open(Transaction transaction) {
            this.transaction = transaction;
        }

        /** A statement alone is committed unless it fails; what a block did is not before its end. */
        private boolean stays() {
            return !failed && (committed || !block);
        }
    }

    /** @throws FormatException with the number of the line that is wrong */
    static DatabaseLog parse(String text) throws FormatException {
        Map<String, Open> transactions = new LinkedHashMap<>();
        Map<String, Long> sessions = new HashMap<>();
        List<String> gaps = new ArrayList<>();
        String[] lines = text.split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isEmpty()) {
                continue;
            }
            try {
                Map<String, String> line = line(lines[i]);
                if (line.containsKey("user")) {
                    gap(line, sessions, gaps);
                    read(line, transactions);
                }
            } catch (FormatException | DateTimeParseException | IllegalArgumentException e) {
                throw new FormatException("line " + (i + 1) + ": not a line of jsonlog in UTC");
            }
        }
        return new DatabaseLog(
                transactions.values().stream()
                        .filter(Open::stays)
                        .map(open -> open.transaction)
                        .filter(it -> !it.writes().isEmpty())
                        .toList(),
                gaps);
    }

    /** Texts stay escaped as they are: what is looked for has nothing to escape. */
    private static Map<String, String> line(String text) throws FormatException {
        if (!text.startsWith("{") || !text.endsWith("}")) {
            throw new FormatException("not an object");
        }
        Map<String, String> members = new HashMap<>();
        Matcher member = MEMBER.matcher(text);
        while (member.find()) {
            members.put(member.group(1), member.group(2) == null ? member.group(3) : member.group(2));
        }
        return members;
    }

    private static String get(Map<String, String> line, String name) throws FormatException {
        String value = line.get(name);
        if (value == null) {
            throw new FormatException("no " + name);
        }
        return value;
    }

    private static void gap(Map<String, String> line, Map<String, Long> sessions, List<String> gaps)
            throws FormatException {
        String session = get(line, "session_id");
        long number = Long.parseLong(get(line, "line_num"));
        Long last = sessions.put(session, number);
        if (last != null && number != last + 1) {
            gaps.add("session " + session + ": line " + number + " comes after line " + last);
        }
    }

    private static void read(Map<String, String> line, Map<String, Open> transactions) throws FormatException {
        String virtual = line.getOrDefault("vxid", "");
        if (virtual.isEmpty()) {
            return;
        }
        String name = get(line, "session_id") + " " + virtual;
        Instant at = Instant.parse(get(line, "timestamp").replaceFirst(" ", "T").replaceFirst(" UTC$", "Z"));
        String user = get(line, "user");
        Open open = transactions.computeIfAbsent(
                name, it -> new Open(new Transaction(at, it, user, new TreeSet<>(), new TreeSet<>())));
        String message = get(line, "message");
        switch (get(line, "error_severity")) {
            case "ERROR", "FATAL", "PANIC" -> open.failed = true;
            case "LOG" -> {
                if (message.startsWith(ENTRY)) {
                    open.transaction.entries().add(UUID.fromString(message.substring(ENTRY.length())));
                } else if (message.startsWith(AUDIT)) {
                    audited(message.substring(AUDIT.length()).split(",", FIELDS), open);
                }
            }
            default -> {}
        }
    }

    private static void audited(String[] fields, Open open) throws FormatException {
        if (fields.length < FIELDS) {
            throw new FormatException("not a line of pgaudit");
        }
        switch (fields[COMMAND]) {
            case "BEGIN" -> open.block = true;
            case "COMMIT" -> open.committed = true;
            case "ROLLBACK" -> open.failed = true;
            case "PREPARE" -> {}
            default -> {
                if (WRITING.contains(fields[CLASS])) {
                    open.transaction.writes().add((fields[COMMAND] + " " + fields[OBJECT]).strip());
                }
            }
        }
    }
}
