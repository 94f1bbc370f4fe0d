package org.simpul.console;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simpul.testing.HubTest;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** With the proxy on this machine named as one to be believed. */
@QuarkusTest
@TestProfile(BehindAProxyTest.Named.class)
class BehindAProxyTest extends HubTest {

    public static final class Named implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("SIMPUL_TRUSTED_PROXIES", "127.0.0.0/8,::1");
        }
    }

    @Test
    void theSignInComesBackToTheAddressThatPeopleAskedFor() {
        String location = new Visitor("id")
                .get("/console", Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "simpul.example.org"))
                .statusCode(302)
                .extract()
                .header("Location");
        assertEquals(
                "https://simpul.example.org/console", Visitor.query(location).get("redirect_uri"));
    }
}
