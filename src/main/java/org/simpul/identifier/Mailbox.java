package org.simpul.identifier;

import java.util.Locale;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.MALFORMED;

/** Mail addresses: the bare {@code local@domain}, no display name, no quoted local part. */
final class Mailbox {
    private static final Pattern BRACKETED_AT = Pattern.compile("(?i)[\\[({](?:@|at)[\\])}]");
    /** RFC 5321, dot-string. Case is folded although a server might tell it apart: none in use does. */
    private static final Pattern LOCAL_WRITTEN = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]*");

    private static final Pattern LOCAL = Pattern.compile("[^.]+(?:\\.[^.]+)*");
    private static final int LONGEST_LOCAL = 64;
    private static final int LONGEST = 254;

    private Mailbox() {}

    static String canonical(String text) {
        String address = BRACKETED_AT.matcher(text).replaceAll("@");
        int at = address.lastIndexOf('@');
        if (at < 0) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        String local = Characters.only(LOCAL_WRITTEN, address.substring(0, at)).toLowerCase(Locale.ROOT);
        String canonical = local + "@" + HostName.ascii(address.substring(at + 1));
        boolean sound = LOCAL.matcher(local).matches();
        if (!sound || local.length() > LONGEST_LOCAL || canonical.length() > LONGEST) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return canonical;
    }
}
