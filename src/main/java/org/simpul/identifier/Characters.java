package org.simpul.identifier;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.EMPTY;
import static org.simpul.identifier.IdentifierProblem.PLACEHOLDER;
import static org.simpul.identifier.IdentifierProblem.TOO_LONG;
import static org.simpul.identifier.IdentifierProblem.UNSUPPORTED_CHARACTER;

/** What every input passes first: no hidden characters, one way to write each visible one. */
final class Characters {
    /** What people put between groups of a number; every other character must be right. */
    private static final Pattern GROUPING = Pattern.compile("[\\p{Zs}\\p{Pd}./]");

    private Characters() {}

    /** Stripped of surrounding white space; refuses the too long, the empty and the hidden. */
    static String cleaned(String raw, int longest) {
        if (raw.length() > longest) {
            throw new InvalidIdentifierException(TOO_LONG);
        }
        int start = 0;
        int end = raw.length();
        while (start < end && UCharacter.isUWhiteSpace(raw.charAt(start))) {
            start++;
        }
        while (end > start && UCharacter.isUWhiteSpace(raw.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            throw new InvalidIdentifierException(EMPTY);
        }
        String text = raw.substring(start, end);
        if (text.codePoints().anyMatch(Characters::hidden)) {
            throw new InvalidIdentifierException(UNSUPPORTED_CHARACTER);
        }
        return text;
    }

    /** {@link #cleaned}, and full-width digits, ligatures, no-break spaces and the like in their plain form (NFKC). */
    static String normalised(String raw, int longest) {
        return Normalizer.normalize(cleaned(raw, longest), Normalizer.Form.NFKC);
    }

    /**
     * Refuses any character outside of the given ones. Asked before changing case: outside of ASCII that can turn a
     * look-alike into the letter itself (the dotless i becomes I).
     */
    static String only(Pattern allowed, String text) {
        if (!allowed.matcher(text).matches()) {
            throw new InvalidIdentifierException(UNSUPPORTED_CHARACTER);
        }
        return text;
    }

    static String withoutGrouping(String text) {
        return GROUPING.matcher(text).replaceAll("");
    }

    /** Zeros stand for "unknown" in many exports, and would link everyone whose number is unknown. */
    static String refusingZeros(String value) {
        if (value.chars().allMatch(c -> c == '0')) {
            throw new InvalidIdentifierException(PLACEHOLDER);
        }
        return value;
    }

    private static boolean hidden(int codePoint) {
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
