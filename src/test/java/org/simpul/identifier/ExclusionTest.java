package org.simpul.identifier;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
class ExclusionTest extends HubTest {
    private static final String PATH = "/api/v1/exclusions";

    private final Person analyst = Institutions.fiu().person(Role.FIU_ANALYST);
    private final Person supervisor = Institutions.fiu().person(Role.FIU_SUPERVISOR);

    @Test
    void itsLifeIsTheSupervisorsAndStaysOnRecord() {
        String id = add("880800000101").statusCode(201).extract().path("id");
        as(analyst).get(PATH).then().statusCode(200).body("items.id", hasItem(id));
        as(analyst).delete(PATH + "/" + id).then().statusCode(403);
        as(supervisor).delete(PATH + "/" + id).then().statusCode(204);
        as(supervisor).delete(PATH + "/" + id).then().statusCode(404);
        as(analyst).get(PATH).then().statusCode(200).body("items.id", not(hasItem(id)));
        assertEquals(
                List.of("exclusion.added", "exclusion.removed"),
                Database.queryAsSuperuser(
                        "select act from audit_entry where object_id = ? and outcome = 'ALLOWED' order by at, id",
                        UUID.fromString(id)));
        // and on again
        add("880800000101").statusCode(201);
    }

    @Test
    void anIdentifierIsOnItOnceInWhateverFormItIsTyped() {
        add("8808 0000 0102").statusCode(201).body("identifier.value", equalTo("880800000102"));
        add("8808-0000-0102").statusCode(409);
        add("no number").statusCode(400).body("violations[0].field", equalTo("identifier.value"));
        as(analyst).body(Map.of()).post(PATH).then().statusCode(403);
    }

    @Test
    void nobodyButTheFiuReadsIt() {
        for (Person reader : List.of(
                Institutions.bank().person(Role.COMPLIANCE_OFFICER),
                Institutions.agency().person(Role.LE_SUPERVISOR))) {
            as(reader).get(PATH).then().statusCode(403);
        }
    }

    private ValidatableResponse add(String account) {
        return as(supervisor)
                .body(Map.of(
                        "identifier",
                        Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "value", account),
                        "reason",
                        "COLLECTION_ACCOUNT"))
                .post(PATH)
                .then();
    }
}
