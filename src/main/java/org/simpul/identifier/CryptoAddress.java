package org.simpul.identifier;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.MALFORMED;
import static org.simpul.identifier.IdentifierProblem.SCOPE_MISMATCH;
import static org.simpul.identifier.IdentifierProblem.UNKNOWN_SCOPE;

/** Addresses on blockchains; each is checked by the rules of the chain that its scope names. */
final class CryptoAddress {
    private static final String SOLANA = "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp";
    private static final int SOLANA_KEY_BYTES = 32;
    /** The colon ends the prefix of Bitcoin Cash; no other address has one. */
    private static final Pattern WRITTEN = Pattern.compile("[0-9A-Za-z:]*");
    /** A human-readable part of any chain and the separator: no other address starts so on the chains that ask. */
    private static final Pattern SEGWIT = Pattern.compile("(?i)(?:bc|tb|bcrt|ltc|tltc|rltc|btg|tbtg)1.*");

    private static final int HASH_BYTES = 20;
    private static final int LONGEST_VERSION = 2;
    private static final int BITCOIN_SCRIPT = 0x05;
    private static final byte LITECOIN_SCRIPT = 0x32;

    private CryptoAddress() {}

    /**
     * The address under its chain's CAIP-2 id.
     *
     * @param scope a CAIP-2 id, a chain's name or its ticker; a token's ticker (USDT) names no chain
     */
    static Identifier of(String scope, String text) {
        Scope.required(scope);
        Characters.only(WRITTEN, text);
        Optional<String> ethereum = EthereumAddress.chain(scope);
        if (ethereum.isPresent()) {
            return address(ethereum.get(), EthereumAddress.canonical(text));
        }
        // Its id is case-sensitive, its names are not.
        if (scope.equals(SOLANA) || scope.equalsIgnoreCase("solana") || scope.equalsIgnoreCase("sol")) {
            return address(SOLANA, solana(text));
        }
        Chain chain = Chain.named(scope).orElseThrow(() -> new InvalidIdentifierException(UNKNOWN_SCOPE));
        String value =
                switch (chain) {
                    case BITCOIN_CASH -> CashAddress.is(text) ? CashAddress.canonical(text) : likeBitcoin(chain, text);
                    case XRP -> {
                        payload(chain, Base58.XRP, text);
                        yield text;
                    }
                    case MONERO -> MoneroAddress.canonical(text);
                    default -> likeBitcoin(chain, text);
                };
        return address(chain.id(), value);
    }

    private static Identifier address(String chain, String value) {
        return new Identifier(IdentifierType.CRYPTO_ADDRESS, chain, value);
    }

    /** A public key in Base58, without any checksum: a typing error goes unseen. */
    private static String solana(String text) {
        if (Base58.BITCOIN.decoded(text).length != SOLANA_KEY_BYTES) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return text;
    }

    private static String likeBitcoin(Chain chain, String text) {
        if (SEGWIT.matcher(text).matches()) {
            String prefix = chain.segwitPrefix().orElseThrow(() -> new InvalidIdentifierException(SCOPE_MISMATCH));
            return Bech32.segwit(prefix, text);
        }
        byte[] payload = payload(chain, Base58.BITCOIN, text);
        // Both older ways of writing name the same key or script as the newer.
        if (chain == Chain.LITECOIN && payload[0] == BITCOIN_SCRIPT) {
            payload[0] = LITECOIN_SCRIPT;
            return Base58.BITCOIN.withChecksum(payload);
        }
        if (chain == Chain.BITCOIN_CASH) {
            return CashAddress.of(payload[0] == BITCOIN_SCRIPT, Arrays.copyOfRange(payload, 1, payload.length));
        }
        return text;
    }

    /** Version and hash of an address of the chain. */
    private static byte[] payload(Chain chain, Base58 base58, String text) {
        byte[] payload = base58.checked(text);
        int versionBytes = payload.length - HASH_BYTES;
        if (versionBytes < 1 || versionBytes > LONGEST_VERSION) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        int version = new BigInteger(1, payload, 0, versionBytes).intValue();
        boolean known = versionBytes == (chain == Chain.ZCASH ? LONGEST_VERSION : 1) && chain.hasVersion(version);
        // Litecoin first wrote its script addresses with Bitcoin's byte (3…), then as M….
        if (!known && !(chain == Chain.LITECOIN && versionBytes == 1 && version == BITCOIN_SCRIPT)) {
            throw new InvalidIdentifierException(SCOPE_MISMATCH);
        }
        return payload;
    }
}
