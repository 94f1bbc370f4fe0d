package org.simpul.identifier;

import java.util.Locale;
import java.util.regex.Pattern;
import org.iban4j.Iban4jException;
import org.iban4j.IbanFormatException;
import org.iban4j.IbanUtil;
import org.iban4j.InvalidCheckDigitException;
import org.iban4j.UnsupportedCountryException;

import static org.simpul.identifier.IdentifierProblem.CHECKSUM;
import static org.simpul.identifier.IdentifierProblem.MALFORMED;
import static org.simpul.identifier.IdentifierProblem.UNKNOWN_COUNTRY;
import static org.simpul.identifier.IdentifierProblem.UNKNOWN_SCOPE;

/** Bank accounts, international (ISO 13616) and domestic. */
final class BankAccount {
    private static final Pattern ALPHANUMERIC = Pattern.compile("[A-Za-z0-9]*");
    private static final Pattern DIGITS = Pattern.compile("[0-9]*");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final Pattern BANK_CODE = Pattern.compile("[A-Za-z0-9]{3,11}");
    private static final int FEWEST_DIGITS = 5;
    private static final int MOST_DIGITS = 20;

    private BankAccount() {}

    /** Upper case without spaces; country, length, structure and check digits are those of the IBAN registry. */
    static String iban(String text) {
        String iban =
                Characters.only(ALPHANUMERIC, Characters.withoutGrouping(text)).toUpperCase(Locale.ROOT);
        if (!IBAN.matcher(iban).matches()) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        try {
            IbanUtil.validate(iban);
        } catch (UnsupportedCountryException e) {
            throw new InvalidIdentifierException(UNKNOWN_COUNTRY);
        } catch (InvalidCheckDigitException e) {
            throw new InvalidIdentifierException(CHECKSUM);
        } catch (IbanFormatException e) {
            boolean noCountry = e.getFormatViolation() == IbanFormatException.IbanFormatViolation.COUNTRY_CODE_EXISTS;
            throw new InvalidIdentifierException(noCountry ? UNKNOWN_COUNTRY : MALFORMED);
        } catch (Iban4jException e) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        // 00, 01 and 99 can satisfy mod 97 as well, yet no bank issues them: only 02 to 98 are ever computed.
        if (!IbanUtil.calculateCheckDigit(iban).equals(IbanUtil.getCheckDigit(iban))) {
            throw new InvalidIdentifierException(CHECKSUM);
        }
        return iban;
    }

    /** {@code ID:014}: country, and the bank's code in its country's clearing, or its BIC. */
    static String scope(String scope) {
        Scope.required(scope);
        int colon = scope.indexOf(':');
        if (colon < 0 || !BANK_CODE.matcher(scope.substring(colon + 1)).matches()) {
            throw new InvalidIdentifierException(UNKNOWN_SCOPE);
        }
        String country = Scope.country(scope.substring(0, colon));
        String bank = scope.substring(colon + 1).toUpperCase(Locale.ROOT);
        return country + ":" + BankCodes.configured().canonical(country, bank);
    }

    /** Digits alone; leading zeros belong to the number. */
    static String number(String text) {
        String digits = Characters.only(DIGITS, Characters.withoutGrouping(text));
        if (digits.length() < FEWEST_DIGITS || digits.length() > MOST_DIGITS) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return Characters.refusingZeros(digits);
    }
}
