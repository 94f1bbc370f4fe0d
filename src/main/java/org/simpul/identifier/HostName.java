package org.simpul.identifier;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.MALFORMED;
import static org.simpul.identifier.IdentifierProblem.UNSUPPORTED_CHARACTER;

/** Domain names in their ASCII form, and the brackets that keep them from being clicked. */
final class HostName {
    /**
     * UTS 46, nontransitional, as browsers resolve names today. The JDK's {@link java.net.IDN} is of 2003: it makes
     * "ss" of "ß" and so names another site, and it lacks the letters that came since.
     */
    private static final IDNA NAMES = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** Hyphens in third and fourth place occur in names in use (r3---sn-…), and browsers follow them. */
    private static final Set<IDNA.Error> TOLERATED = EnumSet.of(IDNA.Error.HYPHEN_3_4);

    private static final Set<IDNA.Error> BROKEN_PUNYCODE =
            EnumSet.of(IDNA.Error.PUNYCODE, IDNA.Error.INVALID_ACE_LABEL);

    private static final Pattern BRACKETED_DOT = Pattern.compile("(?i)[\\[({](?:\\.|dot)[\\])}]");
    private static final Pattern ANY_LABEL = Pattern.compile("[a-z0-9._-]*");
    /** With the underscore, which DNS and browsers take although host names should not have it. */
    private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";

    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");
    private static final Pattern NUMERIC_END = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");
    private static final int LONGEST = 253;

    private HostName() {}

    /** Two labels at least, lower case, in Punycode where needed, without the root's dot. May be given defanged. */
    static String ascii(String text) {
        IDNA.Info info = new IDNA.Info();
        String name = NAMES.nameToASCII(refanged(text), new StringBuilder(), info)
                .toString()
                .toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        // Broken Punycode first: it comes back with a replacement character that nobody typed.
        if (info.getErrors().stream().anyMatch(BROKEN_PUNYCODE::contains)) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        if (info.getErrors().contains(IDNA.Error.DISALLOWED)
                || !ANY_LABEL.matcher(name).matches()) {
            throw new InvalidIdentifierException(UNSUPPORTED_CHARACTER);
        }
        boolean sound = NAME.matcher(name).matches() && TOLERATED.containsAll(info.getErrors());
        if (!sound || name.length() > LONGEST || endsInNumber(name)) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return name;
    }

    /** A host whose last label is a number is read as IPv4, or as nothing (WHATWG URL, "ends in a number"). */
    static boolean endsInNumber(String host) {
        return NUMERIC_END.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    static String refanged(String text) {
        return BRACKETED_DOT.matcher(text).replaceAll(".");
    }

    static String defanged(String host) {
        return host.replace(".", "[.]");
    }
}
