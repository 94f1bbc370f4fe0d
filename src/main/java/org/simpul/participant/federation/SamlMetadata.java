package org.simpul.participant.federation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads a SAML 2.0 entity descriptor: no DTD, one provider, and one that proves to be the institution's. */
@ApplicationScoped
class SamlMetadata {
    private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String SIGNATURE = XMLSignature.XMLNS;
    private static final String POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
    private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

    ProviderMetadata.Saml read(String document) throws MetadataRefused {
        Element entity = parse(document).getDocumentElement();
        Element provider = child(entity, "IDPSSODescriptor")
                .filter(any -> entity.getLocalName().equals("EntityDescriptor"))
                .orElseThrow(() -> new MetadataRefused("metadata_unreadable"));
        List<String> certificates = certificates(provider);
        if (certificates.isEmpty()) {
            throw new MetadataRefused("no_signing_key");
        }
        Optional<Element> post = service(provider, "SingleSignOnService", POST);
        Element signOn = post.or(() -> service(provider, "SingleSignOnService", REDIRECT))
                .orElseThrow(() -> new MetadataRefused("metadata_unreadable"));
        Optional<Element> logout = service(provider, "SingleLogoutService", post.isPresent() ? POST : REDIRECT);
        return new ProviderMetadata.Saml(
                entity.getAttribute("entityID"),
                signOn.getAttribute("Location"),
                logout.map(service -> service.getAttribute("Location")).orElse(null),
                post.isPresent(),
                certificates);
    }

    /**
     * The agreement has the fingerprint of the certificate that signs the metadata, or of the document itself where the
     * provider signs none: whoever can answer at the address alone is nobody yet.
     *
     * @param fingerprint SHA-256 in lower-case hexadecimal
     * @throws MetadataRefused when neither is what the agreement has
     */
    void requireProven(String document, @Nullable String fingerprint) throws MetadataRefused {
        if (fingerprint == null) {
            throw new MetadataRefused("metadata_unsigned");
        }
        Element entity = parse(document).getDocumentElement();
        requireValid(entity);
        if (Fingerprints.of(document).equals(fingerprint)) {
            return;
        }
        Element signature =
                childOf(entity, SIGNATURE, "Signature").orElseThrow(() -> new MetadataRefused("fingerprint_differs"));
        X509Certificate signer = certificate(text(signature.getElementsByTagNameNS(SIGNATURE, "X509Certificate")));
        try {
            if (!Fingerprints.of(signer.getEncoded()).equals(fingerprint)) {
                throw new MetadataRefused("fingerprint_differs");
            }
            entity.setIdAttribute("ID", entity.hasAttribute("ID"));
            DOMValidateContext context =
                    new DOMValidateContext(KeySelector.singletonKeySelector(signer.getPublicKey()), signature);
            context.setProperty("org.jcp.xml.dsig.secureValidation", true);
            XMLSignature signed = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            if (!signed.validate(context) || !covers(signed, entity.getAttribute("ID"))) {
                throw new MetadataRefused("signature_invalid");
            }
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
            throw new MetadataRefused("signature_invalid");
        }
    }

    /** The whole entity is signed, and nothing but it: a signature over a part would say nothing of the rest. */
    private static boolean covers(XMLSignature signed, String id) {
        List<Reference> references = signed.getSignedInfo().getReferences();
        return references.size() == 1
                && (references.get(0).getURI().isEmpty()
                        || references.get(0).getURI().equals("#" + id));
    }

    private static Document parse(String document) throws MetadataRefused {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(document)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new MetadataRefused("metadata_unreadable");
        }
    }

    private static List<String> certificates(Element provider) throws MetadataRefused {
        List<String> certificates = new ArrayList<>();
        for (Element key : children(provider, METADATA, "KeyDescriptor")) {
            if (key.getAttribute("use").equals("encryption")) {
                continue;
            }
            String certificate = text(key.getElementsByTagNameNS(SIGNATURE, "X509Certificate"));
            certificate(certificate);
            certificates.add(certificate);
        }
        return certificates;
    }

    private static X509Certificate certificate(String base64) throws MetadataRefused {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new MetadataRefused("metadata_unreadable");
        }
    }

    private static String text(NodeList certificates) throws MetadataRefused {
        if (certificates.getLength() == 0) {
            throw new MetadataRefused("no_signing_key");
        }
        return certificates.item(0).getTextContent().replaceAll("\\s", "");
    }

    private static Optional<Element> service(Element provider, String name, String binding) {
        return children(provider, METADATA, name).stream()
                .filter(service -> service.getAttribute("Binding").equals(binding))
                .findFirst();
    }

    private static Optional<Element> child(Element parent, String name) {
        return childOf(parent, METADATA, name);
    }

    private static Optional<Element> childOf(Element parent, String namespace, String name) {
        return children(parent, namespace, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = parent.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element
                    && namespace.equals(element.getNamespaceURI())
                    && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    /** Metadata section 2.3.2: an old document may name keys that were given up since. */
    private static void requireValid(Element entity) throws MetadataRefused {
        String until = entity.getAttribute("validUntil");
        try {
            if (!until.isEmpty() && OffsetDateTime.parse(until).isBefore(OffsetDateTime.now())) {
                throw new MetadataRefused("metadata_expired");
            }
        } catch (DateTimeParseException e) {
            throw new MetadataRefused("metadata_unreadable");
        }
    }
}
