package org.simpul.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
class BodyTest extends HubTest {
    private static final String MATTERS = "/api/v1/matters";

    @Inject
    ObjectMapper json;

    @TestHTTPResource(MATTERS)
    URI matters;

    private final Person supervisor = Institutions.agency().person(Role.LE_SUPERVISOR);

    @Test
    void noTextCarriesMediaInAnyField() {
        for (var refused : Map.of(
                        "data:image/png;base64,iVBORw0KGgo=",
                        "no_media",
                        "A".repeat(1025),
                        "no_media",
                        "x ".repeat(10_001),
                        "too_long",
                        "a\\u0000b",
                        "unreadable_character",
                        "a\\ud800b",
                        "unreadable_character")
                .entrySet()) {
            as(supervisor)
                    .body("{\"offence\":\"" + refused.getKey() + "\"}")
                    .post(MATTERS)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("offence"))
                    .body("violations[0].code", equalTo(refused.getValue()));
        }
    }

    @Test
    void aSetKeepsTheOrderInWhichItWasSentInEveryProcess() throws Exception {
        List<String> sent = Stream.of(Role.values()).map(Enum::name).toList();
        List<String> turned = new ArrayList<>(sent);
        Collections.reverse(turned);
        for (List<String> order : List.of(sent, turned)) {
            Set<Role> read = json.readValue(json.writeValueAsBytes(order), new TypeReference<Set<Role>>() {});
            assertEquals(order, read.stream().map(Enum::name).toList());
        }
    }

    @Test
    void anAnnouncedBodyOverOneMebibyteIsRefusedUnread() {
        as(supervisor)
                .body("{\"number\":\"" + " ".repeat(1024 * 1024) + "\"}")
                .post(MATTERS)
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-large"));
    }

    @Test
    void aFileOverTheLimitOfTheServerIsRefusedUnread() throws Exception {
        String head = "POST " + MATTERS + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
                + "Content-Length: 300000000\r\nAuthorization: Bearer " + Tokens.of(supervisor) + "\r\n\r\n";
        try (Socket socket = new Socket(matters.getHost(), matters.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            // the connection waits for the rest of the body: read what has come, not to the end
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("}") < 0) {
                int next = socket.getInputStream().read();
                assertTrue(next >= 0, answer::toString);
                answer.append((char) next);
            }
            assertTrue(answer.toString().startsWith("HTTP/1.1 413 "), answer::toString);
            assertTrue(answer.indexOf("/problems/too-large") > 0, answer::toString);
        }
    }

    @Test
    void aBodyOfUnknownLengthIsCounted() throws Exception {
        byte[] body = ("{\"number\":" + " ".repeat(1024 * 1024) + "\"x\"}").getBytes();
        var request = HttpRequest.newBuilder(matters)
                .header("Authorization", "Bearer " + Tokens.of(supervisor))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        var answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
        assertEquals(413, answer.statusCode());
        assertTrue(answer.body().contains("/problems/too-large"));
    }

    @Test
    void whatIsNotCalledJsonIsNotReadAsJson() throws Exception {
        byte[] body = ("{\"number\":" + " ".repeat(2 * 1024 * 1024) + "\"x\"}").getBytes(StandardCharsets.US_ASCII);
        for (String type : List.of(
                "application/x-ndjson",
                "application/stream+json",
                "application/vnd.other+json",
                "application/*",
                "*/*",
                "text/json",
                "text/csv",
                "")) {
            String head = "POST " + MATTERS
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
                    + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                    + "Authorization: Bearer " + Tokens.of(supervisor) + "\r\n\r\n";
            String status = status(head, body);
            assertTrue(status.startsWith("HTTP/1.1 415 "), () -> type + ": " + status);
        }
    }

    @Test
    void onlyAFileOfRowsMayBeAnnouncedLong() throws Exception {
        for (String type : List.of("Content-Type: application/x-ndjson\r\n", "Content-Type: */*\r\n", "")) {
            String head = "POST " + MATTERS + " HTTP/1.1\r\nHost: localhost\r\n" + type
                    + "Content-Length: 2000000\r\nAuthorization: Bearer " + Tokens.of(supervisor) + "\r\n\r\n";
            String status = status(head, new byte[0]);
            assertTrue(status.startsWith("HTTP/1.1 413 "), () -> type + status);
        }
    }

    private String status(String head, byte[] chunk) throws Exception {
        try (Socket socket = new Socket(matters.getHost(), matters.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream request = socket.getOutputStream();
            request.write(head.getBytes(StandardCharsets.US_ASCII));
            if (chunk.length > 0) {
                try {
                    request.write((Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    request.write(chunk);
                    request.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (SocketException e) {
                    // the hub may have answered and closed already
                }
            }
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
