package org.simpul.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.simpul.shared.OutsideHttp;
import org.simpul.shared.PublicAddresses;

/**
 * Posts to webhooks. The address is a member's, so it is looked at with suspicion even where its host was agreed: no
 * private address, the very address that was looked at, no redirect, little patience, and nothing of the answer but its
 * status.
 */
@ApplicationScoped
class WebhookSender {
    /** What is read of an answer, so that it ends well, before it is cut off. */
    private static final int ENOUGH = 16_384;

    private static final int CONNECTIONS = 40;

    private final ObjectMapper json;
    private final DeliveryConfig config;
    private final InstantSource clock;
    private final CloseableHttpClient client;

    @Inject
    WebhookSender(ObjectMapper json, DeliveryConfig config, InstantSource clock) {
        this(json, config, clock, new PublicAddresses(config::trusts));
    }

    WebhookSender(ObjectMapper json, DeliveryConfig config, InstantSource clock, DnsResolver addresses) {
        this.json = json;
        this.config = config;
        this.clock = clock;
        this.client = client(config, addresses);
    }

    private static CloseableHttpClient client(DeliveryConfig config, DnsResolver addresses) {
        Timeout patience = Timeout.of(config.patience());
        return OutsideHttp.client(OutsideHttp.connections(addresses, config.patience())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience)
                        .build())
                // the name is looked up anew each time
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Simpul")
                .build();
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }

    SendResult send(Letter.ToWebhook letter) {
        HttpPost request = request(letter);
        OutsideHttp.cancelLate(request, config.patience());
        try {
            return client.execute(request, WebhookSender::result);
        } catch (PublicAddresses.PrivateAddress e) {
            return SendResult.PRIVATE_ADDRESS;
        } catch (SSLException e) {
            return SendResult.UNTRUSTED;
        } catch (IOException | CancellationException e) {
            return SendResult.UNREACHABLE;
        }
    }

    private HttpPost request(Letter.ToWebhook letter) {
        Instant now = clock.instant();
        String body = body(letter.body());
        HttpPost request = new HttpPost(letter.url());
        request.setHeader(Signature.ID, letter.body().id().toString());
        request.setHeader(Signature.TIMESTAMP, String.valueOf(now.getEpochSecond()));
        request.setHeader(
                Signature.SIGNATURE, Signature.of(letter.keys(), letter.body().id(), now, body));
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        return request;
    }

    private String body(Letter.Body body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("three fields can't be written", e);
        }
    }

    private static SendResult result(ClassicHttpResponse answer) throws IOException {
        if (answer.getEntity() != null) {
            try (InputStream body = answer.getEntity().getContent()) {
                if (body.readNBytes(ENOUGH).length == ENOUGH) {
                    answer.close();
                }
            }
        }
        return switch (answer.getCode() / 100) {
            case 2 -> SendResult.ACCEPTED;
            case 3 -> SendResult.REDIRECTED;
            case 4 -> SendResult.REFUSED;
            default -> SendResult.FAILED;
        };
    }
}
