package org.simpul.participant.federation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.simpul.shared.OutsideHttp;
import org.simpul.shared.PublicAddresses;

/**
 * Fetches what an identity provider publishes. The address came from outside, so it is looked at with suspicion: TLS,
 * no private address, no redirect, so many bytes and no more.
 */
@ApplicationScoped
public class MetadataSource {
    private final FederationConfig config;
    private final PublicAddresses addresses;
    private final CloseableHttpClient client;

    MetadataSource(FederationConfig config) {
        this.config = config;
        this.addresses = new PublicAddresses(config::trusts);
        this.client = OutsideHttp.client(
                        OutsideHttp.connections(addresses, config.patience()).build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(config.patience()))
                        .build())
                .build();
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }

    /**
     * @return the document as UTF-8 text
     * @throws MetadataRefused when the address may not be asked, does not answer, or answers too much
     */
    public String fetch(String url) throws MetadataRefused {
        HttpGet request = new HttpGet(requirePublic(url));
        OutsideHttp.cancelLate(request, config.patience());
        try {
            return client.execute(request, this::text);
        } catch (PublicAddresses.PrivateAddress e) {
            throw new MetadataRefused("private_address");
        } catch (TooLarge e) {
            throw new MetadataRefused("metadata_too_large");
        } catch (IOException | CancellationException e) {
            throw new MetadataRefused("unreachable");
        }
    }

    /**
     * Looks at an address that Keycloak or people's browsers will be sent to.
     *
     * @throws MetadataRefused when it is no address, is without TLS, or leads into a private network
     */
    public URI requirePublic(String url) throws MetadataRefused {
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException e) {
            throw new MetadataRefused("no_address");
        }
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null) {
            throw new MetadataRefused("no_address");
        }
        if (!"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && config.trusts(host))) {
            throw new MetadataRefused("without_tls");
        }
        try {
            addresses.resolve(host);
        } catch (PublicAddresses.PrivateAddress e) {
            throw new MetadataRefused("private_address");
        } catch (UnknownHostException e) {
            throw new MetadataRefused("unreachable");
        }
        return address;
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private String text(ClassicHttpResponse answer) throws IOException {
        if (answer.getCode() != 200 || answer.getEntity() == null) {
            throw new IOException("status " + answer.getCode());
        }
        try (InputStream body = answer.getEntity().getContent()) {
            byte[] bytes = body.readNBytes(config.largestMetadata() + 1);
            if (bytes.length > config.largestMetadata()) {
                throw new TooLarge();
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
