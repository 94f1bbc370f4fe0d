package org.simpul.identifier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chains whose addresses carry a version byte or a human-readable part of their own. Ids are CAIP-2, after the
 * ChainAgnostic namespaces: bip122 takes the first 16 bytes of the genesis block's hash, tron the chain id in decimal.
 */
enum Chain {
    BITCOIN("bip122:000000000019d6689c085ae165831e93", "bc", List.of(0x00, 0x05), "bitcoin", "btc", "xbt"),
    LITECOIN("bip122:12a765e31ffd4059bada1e25190f6e98", "ltc", List.of(0x30, 0x32), "litecoin", "ltc"),
    DOGECOIN("bip122:1a91e3dace36e2be3bf030a65679fe82", null, List.of(0x1e, 0x16), "dogecoin", "doge"),
    DASH("bip122:00000ffd590b1485b3caadc19b22e637", null, List.of(0x4c, 0x10), "dash"),
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

    /** Whether addresses of the chain start with this byte once decoded. */
    boolean hasVersion(int version) {
        return versions.contains(version);
    }
}
