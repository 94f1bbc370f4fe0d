package org.simpul.identifier;

import java.util.Locale;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.MALFORMED;

/** Numbers that an authority or an acquirer issued: upper-case alphanumerics. */
final class DocumentNumber {
    private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9]*");
    private static final Pattern ALPHANUMERIC_HYPHEN = Pattern.compile("[A-Za-z0-9-]*");
    private static final Pattern NATIONAL = Pattern.compile("[A-Z0-9]{4,32}");
    /** The NIK, the number on the Indonesian identity card (Law 23 of 2006, article 13). */
    private static final Pattern NIK = Pattern.compile("[0-9]{16}");
    /** ICAO 9303 prints nine; longer ones overflow into the optional data. */
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,20}");

    private static final Pattern MERCHANT = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,63}");

    private DocumentNumber() {}

    static String national(String country, String text) {
        return checked(country.equals("ID") ? NIK : NATIONAL, ungrouped(text));
    }

    static String passport(String text) {
        return checked(PASSPORT, ungrouped(text));
    }

    /** Hyphens are kept: they are part of the ids that acquirers hand out. */
    static String merchant(String text) {
        return checked(MERCHANT, Characters.only(ALPHANUMERIC_HYPHEN, text).toUpperCase(Locale.ROOT));
    }

    private static String ungrouped(String text) {
        return Characters.only(ALPHANUMERIC, Characters.withoutGrouping(text)).toUpperCase(Locale.ROOT);
    }

    private static String checked(Pattern shape, String number) {
        if (!shape.matcher(number).matches()) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return Characters.refusingZeros(number);
    }
}
