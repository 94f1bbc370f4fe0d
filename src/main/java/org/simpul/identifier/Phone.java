package org.simpul.identifier;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.simpul.identifier.IdentifierProblem.MALFORMED;
import static org.simpul.identifier.IdentifierProblem.UNKNOWN_COUNTRY;

/** Telephone numbers in E.164. */
final class Phone {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final String HOME = "ID";
    private static final int HOME_CODE = NUMBERS.getCountryCodeForRegion(HOME);
    /** No letters: neither "vanity" numbers nor extensions, which E.164 has no place for. */
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9\\p{Zs}\\p{Pd}()./]*");

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    /** What Indonesian carriers have dialled for "abroad" besides 00. */
    private static final Pattern BY_A_CARRIER = Pattern.compile("00[1789].*");
    /**
     * The country code twice, or a trunk zero behind it. Area codes from 0620 to 0629 are true, and followed by at most
     * seven digits.
     */
    private static final Pattern NO_NUMBER_AT_HOME = Pattern.compile("0.*|62[0-9]{9,}");

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
        List<PhoneNumber> numbers = readings(text, region)
                .flatMap(reading -> number(reading, region).stream())
                .distinct()
                .toList();
        List<PhoneNumber> inService =
                numbers.stream().filter(NUMBERS::isValidNumber).toList();
        List<PhoneNumber> best = inService.isEmpty() ? numbers : inService;
        // a guess between two would link strangers
        if (best.size() != 1) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return NUMBERS.format(best.get(0), PhoneNumberFormat.E164);
    }

    /** The library takes a country code without its plus sign for part of the number, at some lengths. */
    private static Stream<String> readings(String text, String region) {
        String digits = NO_DIGIT.matcher(text).replaceAll("");
        if (text.startsWith("+")) {
            return Stream.of(text);
        }
        if (digits.startsWith("00")) {
            boolean byCarrier =
                    region.equals(HOME) && BY_A_CARRIER.matcher(digits).matches();
            return Stream.of("+" + digits.substring(2), byCarrier ? "+" + digits.substring(3) : text);
        }
        boolean withCode = region.equals(HOME) && digits.startsWith(String.valueOf(HOME_CODE));
        return withCode ? Stream.of("+" + digits, text) : Stream.of(text);
    }

    private static Optional<PhoneNumber> number(String text, String region) {
        try {
            PhoneNumber number = NUMBERS.parse(text, region);
            boolean isNone = number.getCountryCode() == HOME_CODE
                    && NO_NUMBER_AT_HOME
                            .matcher(NUMBERS.getNationalSignificantNumber(number))
                            .matches();
            boolean possible = NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
            return possible && !isNone ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
