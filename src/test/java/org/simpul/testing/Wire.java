package org.simpul.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.http.HttpEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Sends thousands of requests as they are, where REST Assured's own work would be most of the run. */
public final class Wire {
    private static final CloseableHttpClient CLIENT = HttpClients.custom()
            .disableCookieManagement()
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    /** @param headers in the order in which they came */
    public record Reply(int status, List<Header> headers, String body) {
        /** @return the first value; empty without */
        public String header(String name) {
            return headers.stream()
                    .filter(header -> header.name().equalsIgnoreCase(name))
                    .map(Header::value)
                    .findFirst()
                    .orElse("");
        }
    }

    public record Header(String name, String value) {}

    /**
     * @param body bytes or text as they are, anything else as JSON; null for none
     * @return of an event stream, which goes on, only its head
     */
    public static Reply send(String method, String path, Map<String, String> headers, Object body) {
        RequestBuilder request = RequestBuilder.create(method)
                .setUri(RestAssured.baseURI + ":" + RestAssured.port + path)
                .setCharset(StandardCharsets.UTF_8);
        headers.forEach(request::addHeader);
        if (body != null) {
            request.setEntity(new ByteArrayEntity(bytes(body)));
        }
        try (CloseableHttpResponse response = CLIENT.execute(request.build())) {
            HttpEntity entity = response.getEntity();
            ContentType type = ContentType.get(entity);
            boolean goesOn = type != null && type.getMimeType().equals("text/event-stream");
            return new Reply(
                    response.getStatusLine().getStatusCode(),
                    Stream.of(response.getAllHeaders())
                            .map(header -> new Header(header.getName(), header.getValue()))
                            .toList(),
                    entity == null || goesOn ? "" : EntityUtils.toString(entity, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Object body) {
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        try {
            return body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
