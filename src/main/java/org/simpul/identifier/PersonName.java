package org.simpul.identifier;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * A name in the form in which names are compared: whatever script, spelling, order and title it is written in. It is no
 * identifier: names that are alike are a question, not an answer.
 */
public final class PersonName {
    /** Words of a name beyond these tell nothing more. */
    private static final int MOST_WORDS = 6;

    private static final Pattern SEPARATORS = Pattern.compile("[^a-z]+");
    private static final Pattern REPEATED = Pattern.compile("(.)\\1+");
    private static final Pattern NOT_FIRST_VOWELS = Pattern.compile("(?<!^)[aeiou]");
    private static final Transliterator TO_LATIN =
            Transliterator.getInstance("Any-Latin; NFKD; [:M:] Remove; Latin-ASCII; Lower");

    /** Titles and particles, which the same person is written with and without. */
    private static final Set<String> NOT_NAMES = Set.of(
            "bin", "binti", "bt", "bte", "alias", "haji", "hajah", "hj", "dr", "drs", "dra", "ir", "prof", "mr", "mrs",
            "ms", "bapak", "ibu", "tn", "ny", "sdr", "pt", "cv", "tbk", "ltd", "inc");

    /** The spelling of 1947 and before, and the ways in which Arabic names are written, in one. */
    private static final List<Fold> FOLDS = List.of(
            new Fold("oe", "u"),
            new Fold("tj", "c"),
            new Fold("dj", "j"),
            new Fold("sj", "s"),
            new Fold("nj", "ny"),
            new Fold("sy", "s"),
            new Fold("sh", "s"),
            new Fold("kh", "h"),
            new Fold("ch", "h"),
            new Fold("dh", "d"),
            new Fold("dz", "z"),
            new Fold("th", "t"),
            new Fold("ph", "f"),
            new Fold("q", "k"),
            new Fold("v", "f"),
            new Fold("y", "i"),
            new Fold("w", "u"));

    private final List<String> words;

    private record Fold(String written, String as) {}

    private PersonName(List<String> words) {
        this.words = words;
    }

    public static PersonName of(String name) {
        List<String> words = new ArrayList<>();
        for (String word : SEPARATORS.split(TO_LATIN.transliterate(name))) {
            if (word.length() > 1 && !NOT_NAMES.contains(word) && words.size() < MOST_WORDS) {
                words.add(folded(word));
            }
        }
        return new PersonName(List.copyOf(words));
    }

    private static String folded(String word) {
        String folded = word;
        for (Fold fold : FOLDS) {
            folded = folded.replace(fold.written(), fold.as());
        }
        return REPEATED.matcher(folded).replaceAll("$1");
    }

    /** @return its words in alphabetical order, the same in whatever spelling they are written; empty without letters */
    public String text() {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }

    /**
     * Names that share a key are worth comparing; others are not alike.
     *
     * @return of each two words, or of the only one, their consonants; empty for a name without letters
     */
    public Set<String> keys() {
        List<String> bones =
                words.stream().map(PersonName::bones).distinct().sorted().toList();
        if (bones.size() == 1) {
            return Set.of(bones.get(0));
        }
        Set<String> keys = new TreeSet<>();
        for (int i = 0; i < bones.size(); i++) {
            for (int j = i + 1; j < bones.size(); j++) {
                keys.add(bones.get(i) + " " + bones.get(j));
            }
        }
        return keys;
    }

    /** Its consonants, and what it begins with; a J of the old spelling is a Y. */
    private static String bones(String word) {
        char first = word.charAt(0) == 'i' ? 'j' : word.charAt(0);
        String silent = first + word.substring(1).replace("h", "");
        return REPEATED.matcher(NOT_FIRST_VOWELS.matcher(silent).replaceAll("")).replaceAll("$1");
    }

    /** @return 0 to 100: how alike the words are, each with the one that is most like it, whatever their order */
    public int likeness(PersonName other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return 0;
        }
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        List<String> left = new ArrayList<>(other.words);
        double sum = 0;
        for (String word : words) {
            double best = 0;
            String most = null;
            for (String candidate : left) {
                double alike = similarity.apply(word, candidate);
                if (alike > best) {
                    best = alike;
                    most = candidate;
                }
            }
            left.remove(most);
            sum += best;
        }
        return (int) Math.round(200 * sum / (words.size() + other.words.size()));
    }
}
