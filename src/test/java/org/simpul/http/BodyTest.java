package org.simpul.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.Socket;
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
}
