package org.simpul.console;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simpul.testing.HubTest;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** With TLS in front that says nothing about itself. */
@QuarkusTest
@TestProfile(BehindASilentProxyTest.Forced.class)
class BehindASilentProxyTest extends HubTest {

    public static final class Forced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("SIMPUL_FORCE_HTTPS", "true");
        }
    }

    @Test
    void theSignInComesBackOverTls() {
        String location =
                new Visitor("id").get("/console").statusCode(302).extract().header("Location");
        String back = Visitor.query(location).get("redirect_uri");
        assertTrue(back.startsWith("https://localhost:"), back);
    }
}
