package org.simpul.participant.federation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
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

    private final MetadataSource source;

    SamlMetadata(MetadataSource source) {
        this.source = source;
    }

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
                source.requirePublic(signOn.getAttribute("Location")).toString(),
                logout.isEmpty()
                        ? null
                        : source.requirePublic(logout.get().getAttribute("Location"))
                                .toString(),
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
        if (sha256(document.getBytes(StandardCharsets.UTF_8)).equals(fingerprint)) {
            return;
        }
        Element entity = parse(document).getDocumentElement();
        Element signature =
                childOf(entity, SIGNATURE, "Signature").orElseThrow(() -> new MetadataRefused("fingerprint_differs"));
        X509Certificate signer = certificate(text(signature.getElementsByTagNameNS(SIGNATURE, "X509Certificate")));
        try {
            if (!sha256(signer.getEncoded()).equals(fingerprint)) {
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

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
