package org.simpul.testing;

import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** A test of the running hub on a real PostgreSQL; its classes carry {@code @QuarkusTest}. */
@WithTestResource(PostgresResource.class)
@WithTestResource(SignInResource.class)
@WithTestResource(MailResource.class)
public abstract class HubTest {

    /** A request of somebody, in JSON. */
    protected static RequestSpecification as(Person person) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .contentType(ContentType.JSON)
                .accept("application/json");
    }
}
