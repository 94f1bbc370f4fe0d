package org.simpul.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.IdentifierType;
import org.simpul.safeguard.ProtectedDetails;
import org.simpul.safeguard.ProtectedValue;

/**
 * The words and numbers that tell who a protected subject is, as patterns for free text: found whatever the case, the
 * spaces and the punctuation, and also where remarks run them together ({@code TRF_SITIAMINAH_2010}). Each word of a
 * name counts, since a first name is enough for those who know the child.
 */
final class ProtectedTerms {
    /** Shorter words of a name stand in too many other words' place; the whole name counts at any length. */
    private static final int SHORTEST_WORD = 4;
    /** The subscriber's end of a telephone number, the same with and without the country's code. */
    private static final int END_OF_NUMBER = 8;

    /** Under whatever type: a wallet goes by the number of its holder. */
    private static final Pattern E164 = Pattern.compile("\\+[0-9]{" + END_OF_NUMBER + ",}");

    /** Digits of an account number behind its zeros; fewer are more often an amount. */
    private static final int SHORTEST_NUMBER = 6;

    /** Names of this many letters over several words are found inside of longer words: nothing else spells them. */
    private static final int DISTINCT_NAME = 8;

    /** In the words of both Java and PostgreSQL, which have no shorter one in common. */
    private static final String LETTER = "[^\\W\\d_]";

    private static final String GAP = "(?:\\W|_)*";
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ProtectedTerms() {}

    /** @return regular expressions that Java and PostgreSQL read alike, to be matched without regard to case */
    static List<String> patterns(ProtectedDetails details) {
        List<String> patterns = new ArrayList<>(wholeNames(details));
        for (String name : details.names()) {
            List<String> words = words(name);
            words.stream()
                    .filter(word -> words.size() > 1 && word.length() >= SHORTEST_WORD)
                    .map(word -> bounded(word, word))
                    .filter(pattern -> !patterns.contains(pattern))
                    .forEach(patterns::add);
        }
        patterns.addAll(identifiers(details));
        return patterns;
    }

    /** The same, for Java. */
    static List<Pattern> of(ProtectedDetails details) {
        return patterns(details).stream().map(ProtectedTerms::compiled).toList();
    }

    /** What the name of an open subject must not hold: the whole name, or an identifier. Relatives share a word. */
    static List<Pattern> ofName(ProtectedDetails details) {
        return Stream.concat(wholeNames(details).stream(), identifiers(details).stream())
                .map(ProtectedTerms::compiled)
                .toList();
    }

    /** Whether one of the texts tells who a protected subject is. */
    static boolean areIn(@Nullable String text, List<ProtectedDetails> subjects) {
        return text != null
                && subjects.stream().flatMap(details -> of(details).stream()).anyMatch(term -> isIn(text, term));
    }

    /**
     * Whether the name of an open subject is that of a protected one, or holds one of its identifiers. A single word
     * does not count here: relatives share them.
     */
    static boolean areInName(@Nullable String name, List<ProtectedDetails> subjects) {
        return name != null
                && subjects.stream()
                        .flatMap(details -> ofName(details).stream())
                        .anyMatch(term -> isIn(name, term));
    }

    private static boolean isIn(String text, Pattern term) {
        return term.matcher(text).find();
    }

    private static Pattern compiled(String pattern) {
        return Pattern.compile(
                pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static List<String> words(String name) {
        return SEPARATORS.splitAsStream(name).filter(word -> !word.isEmpty()).toList();
    }

    private static List<String> wholeNames(ProtectedDetails details) {
        return details.names().stream()
                .flatMap(name -> wholeName(words(name)).stream())
                .distinct()
                .toList();
    }

    private static List<String> wholeName(List<String> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        String bare = String.join("", words);
        String pattern = String.join(GAP, words);
        return List.of(words.size() > 1 && bare.length() >= DISTINCT_NAME ? pattern : bounded(pattern, bare));
    }

    private static List<String> identifiers(ProtectedDetails details) {
        return details.identifiers().stream()
                .map(ProtectedTerms::pattern)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> pattern(ProtectedValue value) {
        String bare = SEPARATORS.matcher(value.value()).replaceAll("");
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        if (E164.matcher(value.value()).matches()) {
            return Optional.of(spaced(bare.substring(bare.length() - END_OF_NUMBER)) + "(?!\\d)");
        }
        String number = SameHolder.withoutZeros(bare);
        if (value.type().equals(IdentifierType.BANK_ACCOUNT.name()) && number.length() >= SHORTEST_NUMBER) {
            return Optional.of(bounded("(?:0" + GAP + ")*" + spaced(number), bare));
        }
        return Optional.of(bounded(spaced(bare), bare));
    }

    private static String spaced(String characters) {
        return characters.codePoints().mapToObj(Character::toString).collect(Collectors.joining(GAP));
    }

    /** Letters end where letters end and numbers where digits do: what stands beside them is no part of them. */
    private static String bounded(String pattern, String bare) {
        return "(?<!" + kind(bare.codePointAt(0)) + ")" + pattern + "(?!" + kind(bare.codePointBefore(bare.length()))
                + ")";
    }

    private static String kind(int character) {
        return Character.isDigit(character) ? "\\d" : LETTER;
    }
}
