package org.simpul.identifier;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.CHECKSUM;
import static org.simpul.identifier.IdentifierProblem.MALFORMED;
import static org.simpul.identifier.IdentifierProblem.PLACEHOLDER;
import static org.simpul.identifier.IdentifierProblem.UNKNOWN_SCOPE;

/** Ids of devices, by kind: imei, android, ios, mac, other. */
final class DeviceId {
    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9._:-]*");
    private static final Pattern IMEI = Pattern.compile("[0-9]{15}");
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    /** The 64-bit ANDROID_ID in hex, or the advertising id. */
    private static final Pattern ANDROID = Pattern.compile("[0-9a-f]{16}|" + UUID);
    /** The vendor's or advertising id, or the UDID in its old and new form. */
    private static final Pattern IOS = Pattern.compile(UUID + "|[0-9a-f]{40}|[0-9a-f]{8}-[0-9a-f]{16}");

    private static final Pattern MAC = Pattern.compile(
            "[0-9a-f]{12}|[0-9a-f]{2}(:[0-9a-f]{2}){5}|[0-9a-f]{2}(-[0-9a-f]{2}){5}|[0-9a-f]{4}(\\.[0-9a-f]{4}){2}");
    private static final Pattern OTHER = Pattern.compile("[a-z0-9._:-]{4,128}");
    /**
     * What a system answers instead of the true id: Android hides its hardware address behind the first; the second is
     * the ANDROID_ID that a whole generation of handsets shared; the third is the broadcast address.
     */
    private static final Set<String> SHARED = Set.of("02:00:00:00:00:00", "9774d56d682e549c", "ff:ff:ff:ff:ff:ff");

    private DeviceId() {}

    static Identifier of(String scope, String text) {
        Scope.required(scope);
        String kind = scope.toLowerCase(Locale.ROOT);
        String value =
                switch (kind) {
                    case "imei" -> imei(Characters.withoutGrouping(text));
                    case "android" -> shaped(ANDROID, text);
                    case "ios" -> shaped(IOS, text);
                    case "mac" -> colons(shaped(MAC, text));
                    case "other" -> shaped(OTHER, text);
                    default -> throw new InvalidIdentifierException(UNKNOWN_SCOPE);
                };
        Characters.refusingZeros(value.replaceAll("[:.-]", ""));
        if (SHARED.contains(value)) {
            throw new InvalidIdentifierException(PLACEHOLDER);
        }
        return new Identifier(IdentifierType.DEVICE_ID, kind, value);
    }

    private static String shaped(Pattern shape, String text) {
        String id = Characters.only(WRITTEN, text).toLowerCase(Locale.ROOT);
        if (!shape.matcher(id).matches()) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return id;
    }

    private static String colons(String mac) {
        String hex = mac.replaceAll("[:.-]", "");
        return String.join(":", hex.split("(?<=\\G..)"));
    }

    /** Fifteen digits, the last by Luhn's formula (3GPP TS 23.003, annex B). */
    private static String imei(String text) {
        String digits = shaped(IMEI, text);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 10);
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }
        if (sum % 10 != 0) {
            throw new InvalidIdentifierException(CHECKSUM);
        }
        return digits;
    }
}
