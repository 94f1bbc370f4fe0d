package org.simpul.participant.federation;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Entity descriptors made and signed by {@link SignedMetadata} with keys of this run. */
class SamlMetadataTest {
    private static final SignedMetadata SIGNED = new SignedMetadata("https://idp.example/entity");

    private final SamlMetadata metadata = new SamlMetadata();

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
        metadata.requireProven(document, Fingerprints.of(document));
        assertEquals("fingerprint_differs", doubt(document + " ", Fingerprints.of(document)));
    }

    @Test
    void anOldDocumentProvesNothing() {
        String old = SIGNED.unsigned().replace(" ID=\"_whole\"", " ID=\"_whole\" validUntil=\"2020-01-01T00:00:00Z\"");
        assertEquals("metadata_expired", doubt(old, Fingerprints.of(old)));
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
    }
}
