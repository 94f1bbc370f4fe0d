package org.simpul.tlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which logs are believed, and whose cosignatures it takes (C2SP tlog-policy): lines {@code log}, {@code witness},
 * {@code group} and one {@code quorum}.
 */
public final class Policy {
    private static final String NONE = "none";

    private final List<Log> logs = new ArrayList<>();
    private final Map<String, NoteKey> witnesses = new LinkedHashMap<>();
    private final Map<NoteKey, String> prefixes = new HashMap<>();
    private final Map<String, Predicate<Set<String>>> named = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private Optional<Predicate<Set<String>>> quorum = Optional.empty();

    /** @param url where it is served; empty if the policy does not say */
    private record Log(NoteKey key, String url) {}

    private Policy() {}

    /** @throws FormatException with the number of the line that is wrong */
    public static Policy parse(byte[] file) throws FormatException {
        Policy policy = new Policy();
        String[] lines = new String(file, StandardCharsets.ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            try {
                policy.read(lines[i]);
            } catch (FormatException e) {
                throw new FormatException("line " + (i + 1) + ": " + e.getMessage());
            }
        }
        if (policy.quorum.isEmpty()) {
            throw new FormatException("no line of quorum");
        }
        return policy;
    }

    public List<NoteKey> logs() {
        return logs.stream().map(Log::key).toList();
    }

    /** The keys of the log of this name. */
    public List<NoteKey> logs(String origin) {
        return logs().stream().filter(it -> it.name().equals(origin)).toList();
    }

    /** From now on a log that is served elsewhere is not believed; whether any is left. */
    boolean servedAt(String url) {
        logs.removeIf(it -> !it.url().isEmpty() && !it.url().equals(bare(url)));
        return !logs.isEmpty();
    }

    public List<NoteKey> witnesses() {
        return List.copyOf(witnesses.values());
    }

    /** Where a witness wants to be asked, before {@code /add-checkpoint}; none for one that fetches for itself. */
    public Optional<String> prefix(NoteKey witness) {
        return Optional.ofNullable(prefixes.get(witness));
    }

    private static String bare(String url) {
        return url.replaceAll("/+$", "");
    }

    /** The names, within this policy, of the witnesses that have cosigned, and when. */
    public Map<String, Instant> cosigners(Note note) {
        Map<String, Instant> cosigners = new LinkedHashMap<>();
        witnesses.forEach((name, key) -> key.cosigned(note).ifPresent(at -> cosigners.put(name, at)));
        return cosigners;
    }

    /** Whether these are enough of the witnesses. */
    public boolean isMet(Set<String> cosigners) {
        return quorum.orElseThrow().test(cosigners);
    }

    /** The last time from which on enough of them have cosigned; {@link Instant#MAX} where nobody has to, MIN where it is not enough. */
    Instant since(Map<String, Instant> cosigners) {
        if (isMet(Set.of())) {
            return Instant.MAX;
        }
        return cosigners.values().stream()
                .filter(time -> isMet(cosigners.keySet().stream()
                        .filter(name -> !cosigners.get(name).isBefore(time))
                        .collect(Collectors.toSet())))
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    private void read(String line) throws FormatException {
        if (line.chars().anyMatch(c -> c < 0x20 && c != '\t' || c == 0x7f)) {
            throw new FormatException("a control character");
        }
        String bare = line.replaceAll("^[ \t]+|[ \t]+$", "");
        if (bare.isEmpty() || bare.startsWith("#")) {
            return;
        }
        String[] items = bare.split("[ \t]+");
        switch (items[0]) {
            case "log" -> log(items);
            case "witness" -> witness(items);
            case "group" -> group(items);
            case "quorum" -> quorum(items);
            default -> throw new FormatException("neither log, witness, group nor quorum");
        }
    }

    private void log(String[] items) throws FormatException {
        require(items.length == 2 || items.length == 3, "log <vkey> [<url>]");
        logs.add(new Log(key(items[1], NoteKey.LOG), items.length == 3 ? bare(items[2]) : ""));
    }

    private void witness(String[] items) throws FormatException {
        require(items.length == 3 || items.length == 4, "witness <name> <vkey> [<url>]");
        NoteKey key = key(items[2], NoteKey.WITNESS);
        define(items[1], cosigners -> cosigners.contains(items[1]));
        witnesses.put(items[1], key);
        if (items.length == 4) {
            prefixes.put(key, bare(items[3]));
        }
    }

    private void group(String[] items) throws FormatException {
        require(items.length >= 4, "group <name> <k>|all|any <member>…");
        List<Predicate<Set<String>>> of = new ArrayList<>();
        for (int i = 3; i < items.length; i++) {
            require(named.containsKey(items[i]), "a member that is not defined above");
            require(members.add(items[i]), "a member that is in a group already");
            of.add(named.get(items[i]));
        }
        long least =
                switch (items[2]) {
                    case "all" -> of.size();
                    case "any" -> 1;
                    default -> Encoded.decimal(items[2]);
                };
        require(least >= 1 && least <= of.size(), "a threshold that is not from 1 to the number of members");
        define(
                items[1],
                cosigners -> of.stream().filter(it -> it.test(cosigners)).count() >= least);
    }

    private void quorum(String[] items) throws FormatException {
        require(items.length == 2 && quorum.isEmpty(), "one line of quorum <name>");
        require(items[1].equals(NONE) || named.containsKey(items[1]), "a quorum that is not defined above");
        quorum = Optional.of(items[1].equals(NONE) ? cosigners -> true : named.get(items[1]));
    }

    private NoteKey key(String item, byte kind) throws FormatException {
        NoteKey key = NoteKey.parse(new String(item.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        require(key.kind() == kind, "a key of another kind");
        require(keys.add(kind + Encoded.base64(key.raw())), "a key that is named already");
        return key;
    }

    private void define(String name, Predicate<Set<String>> rule) throws FormatException {
        require(!name.equals(NONE) && named.putIfAbsent(name, rule) == null, "a name that is taken");
    }

    private static void require(boolean holds, String otherwise) throws FormatException {
        if (!holds) {
            throw new FormatException(otherwise);
        }
    }
}
