package org.simpul.testing;

import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;

import static io.restassured.RestAssured.given;

/** A test of the running hub on a real PostgreSQL; its classes carry {@code @QuarkusTest}. */
@WithTestResource(PostgresResource.class)
@WithTestResource(SignInResource.class)
@WithTestResource(MailResource.class)
public abstract class HubTest {

    /** What other classes put to all members rings for them: nobody here waits for it, and each drain would deliver it. */
    @BeforeAll
    static void silenceOthersBells() throws SQLException {
        try (Connection connection = PostgresResource.superuser();
                Statement silence = connection.createStatement()) {
            silence.execute(
                    "update outbox_event set handled_at = now() where kind = 'notification' and handled_at is null");
        }
    }

    /** A request of somebody, in JSON. */
    protected static RequestSpecification as(Person person) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .contentType(ContentType.JSON)
                .accept("application/json");
    }
}
