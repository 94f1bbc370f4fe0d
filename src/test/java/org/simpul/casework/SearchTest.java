package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.matter;
import static org.simpul.casework.Desk.under;

@QuarkusTest
class SearchTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    private final Desk desk = new Desk();
    private SubmittedReferral referral;
    private Institution agency;
    private String dissemination;

    @BeforeEach
    void disseminate() {
        agency = Institutions.agency();
        referral = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        dissemination = desk.disseminated(referral, agency);
    }

    private RequestSpecification officer(Institution agency) {
        return under(matter(agency), agency.person(Role.LE_OFFICER));
    }

    private static Map<String, Object> phone(String value) {
        return Map.of("identifier", Map.of("type", "PHONE", "value", value));
    }

    @Test
    void anAgencyFindsWhatWasDisclosedToItHoweverItIsTyped() {
        for (String typed : List.of(referral.phone, referral.phone.replace("+62", "0"))) {
            officer(agency)
                    .body(phone(typed))
                    .post("/api/v1/searches")
                    .then()
                    .statusCode(200)
                    .body("hits.size()", equalTo(1))
                    .body("hits[0].dissemination_id", equalTo(dissemination))
                    .body("hits[0].handling.tlp", equalTo("TLP:AMBER+STRICT"))
                    .body("hits[0].matched", equalTo(List.of("IDENTIFIER", "PAYER")));
        }
    }

    @Test
    void anotherAgencyGetsTheBytesOfWhatNobodyKnows() {
        Institution stranger = Institutions.agency();
        byte[] known = officer(stranger)
                .body(phone(referral.phone))
                .post("/api/v1/searches")
                .asByteArray();
        byte[] unknown = officer(stranger)
                .body(phone(SubmittedReferral.anyPhone()))
                .post("/api/v1/searches")
                .asByteArray();
        assertEquals("{\"hits\":[]}", new String(unknown));
        assertEquals(new String(unknown), new String(known));
    }

    @Test
    void aRecalledDisseminationIsNoLongerFound() {
        Database.updateAsSuperuser(
                "update disclosure set recalled_at = now() where object_id = ?", UUID.fromString(dissemination));
        officer(agency)
                .body(phone(referral.phone))
                .post("/api/v1/searches")
                .then()
                .statusCode(200)
                .body("hits", equalTo(List.of()));
    }

    @Test
    void theFiuSearchesItsOwnUnderAPurpose() {
        by(desk.analyst)
                .body(phone(referral.phone))
                .post("/api/v1/searches")
                .then()
                .statusCode(200)
                .body("hits.dissemination_id", equalTo(List.of(dissemination)));
        as(desk.analyst)
                .body(phone(referral.phone))
                .post("/api/v1/searches")
                .then()
                .statusCode(400);
    }

    @Test
    void withoutALiveMatterNothingIsSearched() {
        by(agency.person(Role.LE_OFFICER))
                .body(phone(referral.phone))
                .post("/api/v1/searches")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/matter-not-live"));
    }

    @Test
    void aReportingEntityHasNoSearchWhateverItAsks() {
        for (Object question : List.of(phone(referral.phone), phone("not a phone"), Map.of())) {
            by(referral.bank.person(Role.COMPLIANCE_OFFICER))
                    .body(question)
                    .post("/api/v1/searches")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aValueWithoutACanonicalFormIsNamedByItsFieldAndNotRepeated() {
        officer(agency)
                .body(phone("12-elephants"))
                .post("/api/v1/searches")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("identifier.value"))
                .body(not(containsString("elephants")));
        officer(agency)
                .body(Map.of("identifier", Map.of("type", "BANK_ACCOUNT", "value", "1234567890")))
                .post("/api/v1/searches")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("identifier.scope"))
                .body("violations[0].code", equalTo("identifier_scope_required"));
    }
}
