package org.simpul.identifier;

import io.smallrye.config.SmallRyeConfig;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

import static org.simpul.identifier.IdentifierProblem.UNKNOWN_SCOPE;

/**
 * One code for each bank. A bank of Indonesia has a clearing code of three digits, and mostly a BIC (ISO 9362). Which of
 * them belong together the operator tells in {@code simpul.identifier.bank-codes}; the clearing code is kept then.
 */
final class BankCodes {
    private static final String HOME = "ID";
    private static final Pattern CLEARING_CODE = Pattern.compile("[0-9]{3}");
    /** The three at its end are a branch; banks of Indonesia number their accounts through all of them. */
    private static final Pattern BIC_AT_HOME = Pattern.compile("([A-Z]{4}ID[A-Z0-9]{2})(?:[A-Z0-9]{3})?");

    private static final Pattern BIC_OF_HEAD_OFFICE = Pattern.compile("([A-Z]{6}[A-Z0-9]{2})XXX");

    private static final BankCodes CONFIGURED = new BankCodes(ConfigProvider.getConfig()
            .unwrap(SmallRyeConfig.class)
            .getOptionalValues("simpul.identifier.bank-codes", String.class, String.class)
            .orElse(Map.of()));

    private final Map<String, String> clearingCodes;

    /** @param clearingCodes by BIC of eight characters */
    BankCodes(Map<String, String> clearingCodes) {
        clearingCodes.forEach((bic, code) -> {
            boolean sound = bic.length() == 8
                    && BIC_AT_HOME.matcher(bic).matches()
                    && CLEARING_CODE.matcher(code).matches();
            if (!sound) {
                throw new IllegalArgumentException(
                        "simpul.identifier.bank-codes holds pairs as CENAIDJA=014, a BIC of 8 and a clearing code of 3;"
                                + " not " + bic + "=" + code);
            }
        });
        this.clearingCodes = Map.copyOf(clearingCodes);
    }

    static BankCodes configured() {
        return CONFIGURED;
    }

    /** @param code in upper case */
    String canonical(String country, String code) {
        if (!country.equals(HOME)) {
            return BIC_OF_HEAD_OFFICE.matcher(code).replaceFirst("$1");
        }
        if (CLEARING_CODE.matcher(code).matches()) {
            return code;
        }
        Matcher bic = BIC_AT_HOME.matcher(code);
        if (!bic.matches()) {
            throw new InvalidIdentifierException(UNKNOWN_SCOPE);
        }
        return clearingCodes.getOrDefault(bic.group(1), bic.group(1));
    }
}
