package org.simpul.identifier;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.jcajce.provider.digest.Keccak;

import static org.simpul.identifier.IdentifierProblem.CHECKSUM;
import static org.simpul.identifier.IdentifierProblem.MALFORMED;

/** Addresses on Ethereum and the chains that took over its accounts (CAIP-2 namespace eip155). */
final class EthereumAddress {
    private static final Pattern CHAIN = Pattern.compile("eip155:[1-9][0-9]{0,31}");
    private static final Map<String, Integer> CHAIN_IDS = Map.ofEntries(
            Map.entry("ethereum", 1),
            Map.entry("eth", 1),
            Map.entry("optimism", 10),
            Map.entry("bsc", 56),
            Map.entry("bnb", 56),
            Map.entry("etc", 61),
            Map.entry("polygon", 137),
            Map.entry("matic", 137),
            Map.entry("base", 8453),
            Map.entry("arbitrum", 42161),
            Map.entry("arb", 42161),
            Map.entry("avalanche", 43114),
            Map.entry("avax", 43114));
    private static final Pattern WRITTEN = Pattern.compile("[0-9A-Za-z]*");
    private static final Pattern ADDRESS = Pattern.compile("0[xX][0-9A-Fa-f]{40}");

    private EthereumAddress() {}

    /** The CAIP-2 id of a chain given by id, name or ticker. */
    static Optional<String> chain(String scope) {
        String name = scope.toLowerCase(Locale.ROOT);
        if (CHAIN.matcher(name).matches()) {
            return Optional.of(name);
        }
        return Optional.ofNullable(CHAIN_IDS.get(name)).map(number -> "eip155:" + number);
    }

    /** Lower case; capitals that mix are a checksum (EIP-55) and must be right. */
    static String canonical(String text) {
        if (!ADDRESS.matcher(Characters.only(WRITTEN, text)).matches()) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        String digits = text.substring(2);
        String lower = digits.toLowerCase(Locale.ROOT);
        boolean mixed = !digits.equals(lower) && !digits.equals(digits.toUpperCase(Locale.ROOT));
        if (mixed && !digits.equals(withChecksumCapitals(lower))) {
            throw new InvalidIdentifierException(CHECKSUM);
        }
        return "0x" + lower;
    }

    private static String withChecksumCapitals(String lower) {
        byte[] hash = new Keccak.Digest256().digest(lower.getBytes(StandardCharsets.US_ASCII));
        String nibbles = HexFormat.of().formatHex(hash);
        StringBuilder address = new StringBuilder();
        for (int i = 0; i < lower.length(); i++) {
            char digit = lower.charAt(i);
            address.append(nibbles.charAt(i) >= '8' ? Character.toUpperCase(digit) : digit);
        }
        return address.toString();
    }
}
