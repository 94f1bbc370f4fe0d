package org.simpul.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

import static org.simpul.identifier.IdentifierProblem.MALFORMED;
import static org.simpul.identifier.IdentifierProblem.SCOPE_MISMATCH;
import static org.simpul.identifier.IdentifierProblem.UNKNOWN_SCOPE;

/** Addresses on blockchains; each is checked by the rules of the chain that its scope names. */
final class CryptoAddress {
    private static final String SOLANA = "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp";
    private static final int SOLANA_KEY_BYTES = 32;
    private static final Pattern WRITTEN = Pattern.compile("[0-9A-Za-z]*");
    /** A human-readable part of any chain and the separator: nothing in Base58Check starts so on the chains here. */
    private static final Pattern SEGWIT = Pattern.compile("(?i)(?:bc|tb|bcrt|ltc|tltc|rltc)1.*");

    private static final int VERSION_AND_HASH_BYTES = 21;
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
        if (SEGWIT.matcher(text).matches()) {
            String prefix = chain.segwitPrefix().orElseThrow(() -> new InvalidIdentifierException(SCOPE_MISMATCH));
            return address(chain.id(), Bech32.segwit(prefix, text));
        }
        return address(chain.id(), versioned(chain, text));
    }

    private static Identifier address(String chain, String value) {
        return new Identifier(IdentifierType.CRYPTO_ADDRESS, chain, value);
    }

    /** A public key in Base58, without any checksum: a typing error goes unseen. */
    private static String solana(String text) {
        if (Base58.decoded(text).length != SOLANA_KEY_BYTES) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        return text;
    }

    private static String versioned(Chain chain, String text) {
        byte[] payload = Base58.checked(text);
        if (payload.length != VERSION_AND_HASH_BYTES) {
            throw new InvalidIdentifierException(MALFORMED);
        }
        // Litecoin first wrote its script addresses with Bitcoin's byte (3…), then as M…: both name one script.
        if (chain == Chain.LITECOIN && payload[0] == BITCOIN_SCRIPT) {
            payload[0] = LITECOIN_SCRIPT;
            return Base58.withChecksum(payload);
        }
        if (!chain.hasVersion(Byte.toUnsignedInt(payload[0]))) {
            throw new InvalidIdentifierException(SCOPE_MISMATCH);
        }
        return text;
    }
}
