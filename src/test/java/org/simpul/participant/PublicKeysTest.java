package org.simpul.participant;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.OctJwkGenerator;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.testing.Machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Which keys a machine may prove itself with. */
class PublicKeysTest {

    private static Map<String, Object> changed(Map<String, Object> key, String member, Object value) {
        Map<String, Object> changed = new HashMap<>(key);
        changed.put(member, value);
        return changed;
    }

    private static Map<String, Object> without(Map<String, Object> key, String member) {
        Map<String, Object> changed = new HashMap<>(key);
        changed.remove(member);
        return changed;
    }

    private static List<Violation> refused(Map<String, Object> key) {
        return refused(List.of(key));
    }

    private static List<Violation> refused(List<Map<String, Object>> keys) {
        return assertThrows(Problem.class, () -> PublicKeys.checked(new KeySet(keys), ""))
                .violations();
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int sign = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    @Test
    void anRsaAndAnEcKeyAreKeptWithWhatTheyAreForAndNothingElse() {
        Map<String, Object> rsa = changed(without(without(Machine.rsaKey("a"), "alg"), "use"), "iat", 17);
        Map<String, Object> ec = Machine.ecKey("b");
        List<Map<String, Object>> kept = PublicKeys.read(PublicKeys.checked(new KeySet(List.of(rsa, ec)), ""))
                .keys();
        assertEquals(Machine.rsaKey("a"), kept.get(0));
        assertEquals(ec, kept.get(1));
        assertEquals(Set.of("kty", "kid", "use", "alg", "n", "e"), kept.get(0).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"})
    void aPrivateMemberIsRefusedAndNeverToldBack(String member) {
        List<Violation> violations = refused(changed(Machine.rsaKey("a"), member, "SECRET"));
        assertEquals(List.of(new Violation("keys[0]", "private_key")), violations);
        assertFalse(violations.toString().contains("SECRET"));
    }

    @Test
    void aWholeKeyPairIsRefused() {
        assertEquals(List.of(new Violation("keys[0]", "private_key")), refused(Machine.keyPair("a")));
    }

    @Test
    void aWeakKeyIsRefused() throws JoseException {
        Map<String, Object> short1024 = RsaJwkGenerator.generateJwk(1024).toParams(OutputControlLevel.PUBLIC_ONLY);
        Map<String, Object> good = Machine.rsaKey("a");
        List<Violation> unusable = List.of(new Violation("keys[0]", "unusable_key"));
        assertEquals(unusable, refused(changed(short1024, "kid", "a")));
        for (long exponent : new long[] {1, 3, 65536}) {
            assertEquals(unusable, refused(changed(good, "e", number(BigInteger.valueOf(exponent)))));
        }
        assertEquals(unusable, refused(changed(good, "n", number(BigInteger.TWO.pow(2048)))));
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws JoseException {
        List<Violation> unusable = List.of(new Violation("keys[0]", "unusable_key"));
        Map<String, Object> p384 =
                EcJwkGenerator.generateJwk(EllipticCurves.P384).toParams(OutputControlLevel.PUBLIC_ONLY);
        assertEquals(unusable, refused(changed(p384, "kid", "a")));
        Map<String, Object> shared = OctJwkGenerator.generateJwk(256).toParams(OutputControlLevel.PUBLIC_ONLY);
        assertEquals(unusable, refused(changed(shared, "kid", "a")));
        assertEquals(unusable, refused(changed(Machine.rsaKey("a"), "kty", "EC")));
        assertEquals(unusable, refused(changed(Machine.rsaKey("a"), "n", 17)));
        assertEquals(unusable, refused(changed(Machine.rsaKey("a"), "n", "!")));
        assertEquals(unusable, refused(without(Machine.rsaKey("a"), "kty")));
        assertEquals(unusable, refused(without(Machine.ecKey("a"), "x")));
        assertEquals(unusable, refused(Map.of("kid", "a")));
    }

    @Test
    void aPointThatIsNotOnTheCurveIsRefused() {
        assertEquals(
                List.of(new Violation("keys[0]", "unusable_key")),
                refused(changed(Machine.ecKey("a"), "x", number(BigInteger.TWO.pow(200)))));
    }

    @Test
    void anotherAlgorithmOrUseIsRefused() {
        assertEquals(
                List.of(new Violation("keys[0].alg", "unusable_key")),
                refused(changed(Machine.rsaKey("a"), "alg", "RS256")));
        assertEquals(
                List.of(new Violation("keys[0].use", "unusable_key")),
                refused(changed(Machine.rsaKey("a"), "use", "enc")));
    }

    @Test
    void eachKeyHasAKidOfItsOwn() {
        assertEquals(
                List.of(new Violation("keys[1].kid", "repeated")),
                refused(List.of(Machine.rsaKey("a"), Machine.ecKey("a"))));
        assertEquals(List.of(new Violation("keys[0].kid", "required")), refused(without(Machine.rsaKey("a"), "kid")));
        assertEquals(
                List.of(new Violation("keys[0].kid", "pattern")), refused(changed(Machine.rsaKey("a"), "kid", "ä b")));
    }
}
