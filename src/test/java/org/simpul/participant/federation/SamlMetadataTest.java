package org.simpul.participant.federation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Entity descriptors made and signed by {@link SignedMetadata} with keys of this run. */
class SamlMetadataTest {
    private static final SignedMetadata SIGNED = new SignedMetadata("https://idp.example/entity");

    private final SamlMetadata metadata = new SamlMetadata(new MetadataSource(new FederationConfig() {
        @Override
        public Optional<Set<String>> trustedHosts() {
            return Optional.of(Set.of("localhost"));
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int largestMetadata() {
            return 1024;
        }
    }));

    private String refusal(String document) {
        return assertThrows(MetadataRefused.class, () -> metadata.read(document))
                .code();
    }

    private String doubt(String document, String fingerprint) {
        return assertThrows(MetadataRefused.class, () -> metadata.requireProven(document, fingerprint))
                .code();
    }

    @Test
    void readsWhoItIsWhereItSignsOnAndWithWhatKey() throws MetadataRefused {
        ProviderMetadata.Saml saml = metadata.read(SIGNED.document());
        assertEquals("https://idp.example/entity", saml.name());
        assertEquals("http://localhost/sso", saml.signOnUrl());
        assertEquals("http://localhost/slo", saml.logoutUrl());
        assertTrue(saml.post());
        assertEquals(1, saml.certificates().size());
    }

    @Test
    void aSignatureByTheCertificateOfTheAgreementProvesIt() throws MetadataRefused {
        metadata.requireProven(SIGNED.document(), SIGNED.fingerprint());
    }

    @Test
    void theDocumentsOwnFingerprintProvesOneThatIsNotSigned() throws Exception {
        String document = SIGNED.unsigned();
        metadata.requireProven(document, sha256(document));
        assertEquals("fingerprint_differs", doubt(document + " ", sha256(document)));
    }

    @Test
    void withoutAFingerprintItIsAnybodys() {
        assertEquals("metadata_unsigned", doubt(SIGNED.document(), null));
    }

    @Test
    void anotherSignerIsRefused() {
        assertEquals(
                "fingerprint_differs",
                doubt(new SignedMetadata("https://idp.example/entity").document(), SIGNED.fingerprint()));
    }

    @Test
    void aChangedLetterIsRefused() {
        String forged = SIGNED.document().replace("http://localhost/sso", "http://localhost/sss");
        assertEquals("signature_invalid", doubt(forged, SIGNED.fingerprint()));
    }

    @Test
    void aSignatureOverAPartSaysNothingOfTheRest() {
        assertEquals("signature_invalid", doubt(SIGNED.signedInPart(), SIGNED.fingerprint()));
    }

    @Test
    void aDoctypeIsRefusedBeforeAnythingIsExpanded() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + SIGNED.unsigned();
        assertEquals("metadata_unreadable", refusal(bomb));
        String outside = "<!DOCTYPE x SYSTEM \"http://localhost/never\">" + SIGNED.unsigned();
        assertEquals("metadata_unreadable", refusal(outside));
    }

    @Test
    void whatIsNoProviderIsRefused() {
        for (String document : new String[] {
            "", "no XML", "<a/>", "{\"issuer\":\"x\"}", SIGNED.unsigned().replace("IDPSSODescriptor", "SPSSODescriptor")
        }) {
            assertEquals("metadata_unreadable", refusal(document), document);
        }
        assertEquals("no_signing_key", refusal(SIGNED.unsigned().replace("use=\"signing\"", "use=\"encryption\"")));
        assertEquals("without_tls", refusal(SIGNED.unsigned().replace("localhost/sso", "elsewhere/sso")));
    }

    private static String sha256(String document) throws GeneralSecurityException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
    }
}
