package org.simpul.audit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.simpul.shared.OutsideHttp;
import org.simpul.shared.PublicAddresses;
import org.simpul.tlog.AddCheckpoint;

/**
 * Asks a witness to cosign (C2SP tlog-witness). As with other addresses of members: TLS, no private address, no redirect,
 * little patience, and little of the answer.
 */
@ApplicationScoped
class WitnessClient {
    private static final int LARGEST = 16_384;

    private final LogConfig config;
    private final CloseableHttpClient client;

    WitnessClient(LogConfig config) {
        this.config = config;
        this.client = OutsideHttp.client(OutsideHttp.connections(new PublicAddresses(config::trusts), config.patience())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(config.patience()))
                        .build())
                .setUserAgent("Simpul")
                .build();
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }

    /** @param body lines of signature for 200, the size that the witness has for 409 */
    record Answer(int status, String body) {}

    /**
     * @param prefix the witness's own, from the policy
     * @throws IOException if it does not answer, or may not be asked there
     */
    Answer add(String prefix, AddCheckpoint request) throws IOException {
        HttpPost post = new HttpPost(address(prefix));
        post.setEntity(new StringEntity(request.text(), ContentType.create("text/plain", StandardCharsets.UTF_8)));
        OutsideHttp.cancelLate(post, config.patience());
        try {
            return client.execute(post, WitnessClient::answer);
        } catch (CancellationException e) {
            throw new IOException("too slow", e);
        }
    }

    private URI address(String prefix) throws IOException {
        try {
            URI address = URI.create(prefix + "/add-checkpoint");
            String host = address.getHost();
            if (host != null
                    && ("https".equals(address.getScheme())
                            || "http".equals(address.getScheme()) && config.trusts(host))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("no address", e);
        }
        throw new IOException("without TLS");
    }

    private static Answer answer(ClassicHttpResponse answer) throws IOException {
        if (answer.getEntity() == null) {
            return new Answer(answer.getCode(), "");
        }
        try (InputStream body = answer.getEntity().getContent()) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                answer.close();
                throw new IOException("too much");
            }
            return new Answer(answer.getCode(), new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
