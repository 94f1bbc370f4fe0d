package org.simpul.identifier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chains whose addresses carry a version or a human-readable part of their own. Ids are CAIP-2, after the ChainAgnostic
 * namespaces: bip122 takes the first 16 bytes of the genesis block's hash (of a fork, of a block after it), tron the chain
 * id in decimal. Bitcoin Gold has no namespace and shares its genesis block: it goes by its number in SLIP-44.
 */
enum Chain {
    BITCOIN("bip122:000000000019d6689c085ae165831e93", "bc", List.of(0x00, 0x05), "bitcoin", "btc", "xbt"),
    // The second id is of the first block after the fork, which others took before there was an example in bip122.
    BITCOIN_CASH(
            "bip122:000000000000000000b15ad892af8f6a",
            null,
            List.of(0x00, 0x05),
            "bitcoincash",
            "bch",
            "bip122:000000000000000000651ef99cb9fcbe"),
    BITCOIN_SV("bsv:mainnet", null, List.of(0x00, 0x05), "bitcoinsv", "bsv"),
    BITCOIN_GOLD("slip44:156", "btg", List.of(0x26, 0x17), "bitcoingold", "btg"),
    LITECOIN("bip122:12a765e31ffd4059bada1e25190f6e98", "ltc", List.of(0x30, 0x32), "litecoin", "ltc"),
    DOGECOIN("bip122:1a91e3dace36e2be3bf030a65679fe82", null, List.of(0x1e, 0x16), "dogecoin", "doge"),
    DASH("bip122:00000ffd590b1485b3caadc19b22e637", null, List.of(0x4c, 0x10), "dash"),
    VERGE("bip122:00000fc63692467faeb20cdb3b53200d", null, List.of(0x1e, 0x21), "verge", "xvg"),
    ZCASH("bip122:00040fe8ec8471911baa1db1266ea15d", null, List.of(0x1cb8, 0x1cbd), "zcash", "zec"),
    XRP("xrpl:0", null, List.of(0x00), "xrp", "xrpl", "ripple"),
    MONERO("monero:418015bb9ae982a1975da7d79277c270", null, List.of(0x12, 0x13, 0x2a), "monero", "xmr"),
    TRON("tron:728126428", null, List.of(0x41), "tron", "trx", "tron:0x2b6653dc");

    private final String id;
    private final @Nullable String segwitPrefix;
    private final List<Integer> versions;
    private final List<String> names;

    Chain(String id, @Nullable String segwitPrefix, List<Integer> versions, String... names) {
        this.id = id;
        this.segwitPrefix = segwitPrefix;
        this.versions = versions;
        this.names = List.of(names);
    }

    /** By CAIP-2 id, common name or ticker, in any case. */
    static Optional<Chain> named(String scope) {
        String name = scope.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(chain -> chain.id.equals(name) || chain.names.contains(name))
                .findFirst();
    }

    String id() {
        return id;
    }

    /** The human-readable part of the chain's segregated witness addresses, if it has such. */
    Optional<String> segwitPrefix() {
        return Optional.ofNullable(segwitPrefix);
    }

    /** Whether addresses of the chain start with this once decoded: a byte, on Zcash two. */
    boolean hasVersion(int version) {
        return versions.contains(version);
    }
}
