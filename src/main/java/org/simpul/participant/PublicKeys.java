package org.simpul.participant;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

/**
 * The public keys that a machine client proves itself with. What is kept is made anew from the key itself: type,
 * numbers, kid and algorithm, and nothing else that came along (RFC 7517 section 4 has unknown members ignored).
 */
final class PublicKeys {
    /** Members that tell a private or a shared key: RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1. */
    private static final Set<String> SECRET = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private static final Set<String> READ = Set.of("kty", "n", "e", "crv", "x", "y");
    private static final Pattern KID = Pattern.compile("[!-~]{1,128}");
    private static final int LEAST_RSA_BITS = 2048;
    /** FIPS 186-5 section 5.1: odd, above 2^16 and below 2^256. */
    private static final int LEAST_EXPONENT_BITS = 17;

    private static final int MOST_EXPONENT_BITS = 256;

    private PublicKeys() {}

    /**
     * @param field path of the set in the request; empty when it is the request
     * @return the set as it is kept, in JSON
     * @throws Problem INVALID with what is wrong with each key; never with a value
     */
    static String checked(KeySet set, String field) {
        List<Violation> violations = new ArrayList<>();
        JsonWebKeySet kept = new JsonWebKeySet();
        Set<String> kids = new HashSet<>();
        for (int i = 0; i < set.keys().size(); i++) {
            String path = (field.isEmpty() ? "" : field + ".") + "keys[" + i + "]";
            Map<String, Object> given = set.keys().get(i);
            List<Violation> wrong = new ArrayList<>();
            if (!Collections.disjoint(given.keySet(), SECRET)) {
                wrong.add(new Violation(path, "private_key"));
            } else {
                requireKid(given.get("kid"), path, kids, wrong);
                PublicJsonWebKey key = read(given);
                String algorithm = key == null ? null : algorithm(key);
                if (algorithm == null) {
                    wrong.add(new Violation(path, "unusable_key"));
                } else {
                    requireSame(given, "alg", algorithm, path, wrong);
                    requireSame(given, "use", "sig", path, wrong);
                }
                if (wrong.isEmpty()) {
                    kept.addJsonWebKey(made(key, (String) given.get("kid"), algorithm));
                }
            }
            violations.addAll(wrong);
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return kept.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** @param kept a set as it was kept */
    static KeySet read(String kept) {
        try {
            return new KeySet(new JsonWebKeySet(kept)
                    .getJsonWebKeys().stream()
                            .map(key -> key.toParams(OutputControlLevel.PUBLIC_ONLY))
                            .toList());
        } catch (JoseException e) {
            throw new IllegalStateException("kept keys are not readable", e);
        }
    }

    private static void requireKid(@Nullable Object kid, String path, Set<String> kids, List<Violation> wrong) {
        if (kid == null) {
            wrong.add(new Violation(path + ".kid", "required"));
        } else if (!(kid instanceof String text) || !KID.matcher(text).matches()) {
            wrong.add(new Violation(path + ".kid", "pattern"));
        } else if (!kids.add(text)) {
            wrong.add(new Violation(path + ".kid", "repeated"));
        }
    }

    private static void requireSame(
            Map<String, Object> given, String member, String wanted, String path, List<Violation> wrong) {
        if (given.get(member) != null && !given.get(member).equals(wanted)) {
            wrong.add(new Violation(path + "." + member, "unusable_key"));
        }
    }

    /** @return null for what is no key */
    private static @Nullable PublicJsonWebKey read(Map<String, Object> given) {
        Map<String, Object> members = new LinkedHashMap<>(given);
        members.keySet().retainAll(READ);
        if (!members.values().stream().allMatch(String.class::isInstance)) {
            return null;
        }
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(members);
        } catch (JoseException | IllegalArgumentException e) {
            return null;
        }
    }

    /** @return what the key may sign with (RFC 7518 section 3.1); null for a key that is too weak or of another kind */
    private static @Nullable String algorithm(PublicJsonWebKey key) {
        if (key.getPublicKey() instanceof RSAPublicKey rsa) {
            BigInteger exponent = rsa.getPublicExponent();
            boolean strong = rsa.getModulus().bitLength() >= LEAST_RSA_BITS
                    && rsa.getModulus().testBit(0)
                    && exponent.testBit(0)
                    && exponent.bitLength() >= LEAST_EXPONENT_BITS
                    && exponent.bitLength() <= MOST_EXPONENT_BITS;
            return strong ? "PS256" : null;
        }
        return key instanceof EllipticCurveJsonWebKey curve
                        && "P-256".equals(curve.getCurveName())
                        && isOnCurve(curve.getECPublicKey())
                ? "ES256"
                : null;
    }

    private static boolean isOnCurve(ECPublicKey key) {
        try {
            CustomNamedCurves.getByName("P-256")
                    .getCurve()
                    .validatePoint(key.getW().getAffineX(), key.getW().getAffineY());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static PublicJsonWebKey made(PublicJsonWebKey given, String kid, String algorithm) {
        try {
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(given.getPublicKey());
            key.setKeyId(kid);
            key.setUse("sig");
            key.setAlgorithm(algorithm);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("a checked key can't be written", e);
        }
    }
}
