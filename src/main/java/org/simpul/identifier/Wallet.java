package org.simpul.identifier;

import java.util.Locale;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.MALFORMED;

/** Accounts at wallet providers, which mostly go by the holder's phone number. */
final class Wallet {
    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9\\p{Zs}\\p{Pd}().]+");
    /**
     * With plus sign or trunk zero; or an Indonesian mobile number that lost it in an export: eight, and eight to eleven
     * digits.
     */
    private static final Pattern LIKE_A_PHONE = Pattern.compile("[+0][0-9]*|(?:62)?8[0-9]{8,11}");

    private static final Pattern GROUPING = Pattern.compile("[^+0-9]");
    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9._@+:-]*");
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9][a-z0-9._@+:-]{2,127}");

    private Wallet() {}

    /** E.164 for what looks like a phone number (of Indonesia, when it names no country), else a lower-case id. */
    static String account(String text) {
        boolean dialled = DIALLED.matcher(text).matches();
        if (dialled
                && LIKE_A_PHONE.matcher(GROUPING.matcher(text).replaceAll("")).matches()) {
            return Phone.e164(text, "");
        }
        String account = Characters.only(WRITTEN, text).toLowerCase(Locale.ROOT);
        if (!ACCOUNT.matcher(account).matches()) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return account;
    }
}
