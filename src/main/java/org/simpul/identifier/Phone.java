package org.simpul.identifier;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.MALFORMED;
import static org.simpul.identifier.IdentifierProblem.UNKNOWN_COUNTRY;

/** Telephone numbers in E.164. */
final class Phone {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String HOME = "ID";
    /** No letters: neither "vanity" numbers nor extensions, which E.164 has no place for. */
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9\\p{Zs}\\p{Pd}()./]*");

    private Phone() {}

    /**
     * The number in E.164. Its length must be possible in its country; whether the range is in service is not asked,
     * since ranges open faster than the table of them is updated, and a true number must not be turned away.
     *
     * @param country the country of a number without country code, Indonesia if empty
     */
    static String e164(String text, String country) {
        String region = country.isEmpty() ? HOME : Scope.country(country);
        if (!NUMBERS.getSupportedRegions().contains(region)) {
            throw new InvalidIdentifierException(UNKNOWN_COUNTRY);
        }
        Characters.only(WRITTEN, text);
        try {
            PhoneNumber number = NUMBERS.parse(text, region);
            if (NUMBERS.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
                throw new InvalidIdentifierException(MALFORMED);
            }
            return NUMBERS.format(number, PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            throw new InvalidIdentifierException(MALFORMED);
        }
    }
}
