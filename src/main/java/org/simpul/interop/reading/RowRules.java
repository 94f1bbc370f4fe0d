package org.simpul.interop.reading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.simpul.identifier.IdentifierProblem;
import org.simpul.identifier.InvalidIdentifierException;
import org.simpul.referral.ImportedTransaction;

/** What holds for a row, whatever file it came in. */
public final class RowRules {
    public static final int LONGEST_REMARK = 500;
    private static final int MOST_DECIMALS = 4;
    private static final BigDecimal TOO_MUCH = new BigDecimal("1E15");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3,5}");
    private static final Pattern CHANNEL = Pattern.compile("[A-Z][A-Z0-9_]{1,31}");
    private static final Pattern NO_CODE = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<IdentifierProblem> OF_THE_SCOPE = EnumSet.of(
            IdentifierProblem.SCOPE_REQUIRED,
            IdentifierProblem.UNKNOWN_SCOPE,
            IdentifierProblem.UNKNOWN_COUNTRY,
            IdentifierProblem.SCOPE_MISMATCH);

    private RowRules() {}

    /** @return the code of what is wrong with an amount */
    public static Optional<String> refusal(BigDecimal amount) {
        // by magnitude first: 1e400 must not be written out
        if (amount.abs().compareTo(TOO_MUCH) >= 0) {
            return Optional.of("invalid_amount");
        }
        if (amount.signum() < 0) {
            return Optional.of("negative_amount");
        }
        return amount.stripTrailingZeros().scale() > MOST_DECIMALS
                ? Optional.of("too_many_decimals")
                : Optional.empty();
    }

    /** @param amount one without a {@link #refusal} */
    public static BigDecimal kept(BigDecimal amount) {
        return amount.setScale(MOST_DECIMALS);
    }

    /** Whether a payment can have been booked on that day. */
    public static boolean isPlausible(LocalDate day) {
        return day.getYear() >= ImportedTransaction.FIRST_YEAR && day.getYear() <= ImportedTransaction.LAST_YEAR;
    }

    public static boolean isCurrencyCode(String code) {
        return CURRENCY.matcher(code).matches();
    }

    /** Written as a code: {@code Mobile Banking} is MOBILE_BANKING; empty when no code can be made of it. */
    public static Optional<String> channel(String text) {
        String code = NO_CODE.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("_");
        return Optional.of(code).filter(it -> CHANNEL.matcher(it).matches());
    }

    /** @param text longer than a remark may be */
    public static String shortened(String text) {
        int end = LONGEST_REMARK - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "\u2026";
    }

    public static String code(InvalidIdentifierException refused) {
        return "identifier_" + refused.problem().name().toLowerCase(Locale.ROOT);
    }

    /** Whether the scope is to blame and not the value. */
    public static boolean isOfTheScope(InvalidIdentifierException refused) {
        return OF_THE_SCOPE.contains(refused.problem());
    }
}
