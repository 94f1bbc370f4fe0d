package org.simpul.identifier;

import com.ibm.icu.text.Normalizer2;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.MALFORMED;

/** Account names on platforms. Other scripts are kept as they are: a Cyrillic name is another account. */
final class Username {
    private static final Normalizer2 CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Pattern LEADING_AT = Pattern.compile("^@+");
    private static final Pattern WRITTEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}._+#:@!$~'-]*");
    private static final int LONGEST = 128;

    private Username() {}

    static String canonical(String text) {
        String name = CASE_FOLD.normalize(LEADING_AT.matcher(text).replaceFirst(""));
        Characters.only(WRITTEN, name);
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return name;
    }
}
