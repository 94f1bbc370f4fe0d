package org.simpul.http;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class HealthTest extends HubTest {

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
    }

    @Test
    void readinessAndMetricsAreOnAPortOfTheirOwn() {
        given().port(port())
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'durable database' }.status", equalTo("UP"));
        given().port(port()).get("/q/metrics").then().statusCode(200).body(containsString("jvm_"));
        given().get("/q/health/ready").then().statusCode(404);
        given().get("/q/metrics").then().statusCode(404);
    }

    @Test
    void metricsCountRoutesAndNoIds() {
        String id = UUID.randomUUID().toString();
        String route = "/api/v1/referrals/" + id;
        given().get(route).then().statusCode(401);
        given().auth().oauth2("no token").get(route).then().statusCode(401);
        as(Institutions.bank().person(Role.INVESTIGATOR)).get(route).then().statusCode(404);
        as(Institutions.agency().person(Role.LE_OFFICER)).get(route).then().statusCode(403);
        as(Institutions.bank().person(Role.INVESTIGATOR))
                .get(route + "/nothing")
                .then()
                .statusCode(404);
        given().port(port()).get("/q/metrics").then().statusCode(200).body(not(containsString(id)));
    }
}
