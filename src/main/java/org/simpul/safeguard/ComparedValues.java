package org.simpul.safeguard;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms in which names and identifiers of protected subjects are compared: equal text, possibly the same child. */
final class ComparedValues {
    /** Letters of a whole name; shorter ones are shared by too many. */
    private static final int SHORTEST_NAME = 4;

    /** What somebody is reached under, and opens the next account with; the same number under each type. */
    private static final Set<String> REACHED = Set.of("PHONE", "E_WALLET", "EMAIL", "USERNAME");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ComparedValues() {}

    /** In whatever order, case and accents its words are written. */
    static Optional<String> name(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String words = SEPARATORS
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
        return words.length() < SHORTEST_NAME ? Optional.empty() : Optional.of(words);
    }

    /** A bank is written in several ways, and a spreadsheet drops leading zeros. */
    static String identifier(ProtectedValue identifier) {
        if (REACHED.contains(identifier.type())) {
            return "REACHED " + identifier.value();
        }
        if (identifier.type().equals("BANK_ACCOUNT")) {
            return "BANK_ACCOUNT " + identifier.value().replaceFirst("^0+", "");
        }
        return identifier.type() + " " + identifier.scope() + " " + identifier.value();
    }
}
