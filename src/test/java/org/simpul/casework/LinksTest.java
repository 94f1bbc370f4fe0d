package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;

@QuarkusTest
class LinksTest extends HubTest {
    private final Desk desk = new Desk();

    @Inject
    OutboxDispatcher outbox;

    @Test
    void aNameThatIsAlikeLinksAndIsNotShown() {
        UUID one = intake("Raden Soekmawati Koesoemo", "3310000001");
        UUID two = intake("Kusumo, Sukmawati Raden", "3310000002");
        links(one)
                .body("items.kind", equalTo(List.of("NAME")))
                .body("items.intake_id", equalTo(List.of(two.toString())))
                .body("items[0].likeness", equalTo(100))
                .body("items[0].identifier", equalTo(null));
        Desk.by(desk.analyst).get("/api/v1/intakes/" + one + "/links").then().body(not(containsString("ukmawati")));
    }

    @Test
    void linksAreReadUnderAPurposeAlone() {
        as(desk.analyst)
                .get("/api/v1/intakes/" + intake("Without Purpose", "3310000051") + "/links")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/purpose-required"));
    }

    @Test
    void whatIsOnTheExclusionListLinksNobodyAndIsToldWithItsReason() {
        UUID one = intake("Excluded One", "3310000011", "3310000099");
        UUID two = intake("Quite Another", "3310000012", "3310000099");
        links(one).body("items.intake_id", equalTo(List.of(two.toString())));
        Person supervisor = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        String id = as(supervisor)
                .body(Map.of("identifier", account("3310000099"), "reason", "CHARITY"))
                .post("/api/v1/exclusions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        links(one)
                .body("items", equalTo(List.of()))
                .body("suppressed.reason", equalTo(List.of("CHARITY")))
                .body("suppressed[0].identifier.value", equalTo("3310000099"));
        as(supervisor).delete("/api/v1/exclusions/" + id).then().statusCode(204);
        links(one).body("items.intake_id", equalTo(List.of(two.toString())));
    }

    @Test
    void aLeadLinksToWhoeverHoldsItsAccount() {
        UUID one = intake("Led To", "3310000041");
        Person partner = Institutions.admit(ParticipantKind.PARTNER).person(Role.PARTNER_ANALYST);
        String lead = as(partner)
                .body(Map.of(
                        "identifiers",
                        List.of(account("3310000041")),
                        "source",
                        "HOTLINE",
                        "observed_on",
                        "2026-03-01",
                        "child_at_risk",
                        true))
                .post("/api/v1/leads")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        links(one)
                .body("items.kind", equalTo(List.of("LEAD")))
                .body("items.lead_id", equalTo(List.of(lead)))
                .body("items[0].identifier.value", equalTo("3310000041"));
    }

    @Test
    void whatAnAgencyFoundToBeNothingLinksNobody() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        SubmittedReferral other = SubmittedReferral.of(Institutions.bank(), "P2", referral.phone);
        outbox.drain();
        UUID intake = Desk.intakeOf(referral);
        String path = "items.findAll { it.kind == 'IDENTIFIER' }.intake_id";
        links(intake).body(path, equalTo(List.of(Desk.intakeOf(other).toString())));
        Institution agency = Institutions.agency();
        String dissemination = desk.disseminated(referral, agency);
        String matter = Desk.matter(agency);
        Person officer = agency.person(Role.LE_OFFICER);
        Desk.under(matter, officer)
                .post("/api/v1/disseminations/" + dissemination + "/acknowledgements")
                .then()
                .statusCode(201);
        Desk.under(matter, officer)
                .body(Map.of("outcome", "FALSE_POSITIVE"))
                .post("/api/v1/disseminations/" + dissemination + "/outcomes")
                .then()
                .statusCode(201);
        links(intake).body(path, equalTo(List.of())).body("suppressed.reason", hasItem("FALSE_POSITIVE"));
        links(Desk.intakeOf(other)).body(path, equalTo(List.of()));
    }

    /** The configured fifty others, and one more. */
    @Test
    void whatTooManyHoldLinksNobody() {
        UUID one = intake("Held Bymany", "3310000021", "3310000098");
        IntStream.range(0, 50).forEach(i -> submit("Somebody" + i, "33101000" + (10 + i), "3310000098"));
        outbox.drain();
        links(one).body("items.size()", equalTo(50)).body("suppressed", equalTo(List.of()));
        submit("Someone More", "3310000022", "3310000098");
        outbox.drain();
        links(one).body("items", equalTo(List.of())).body("suppressed.reason", equalTo(List.of("HELD_BY_MANY")));
    }

    @Test
    void aNameOfManyLinksNobody() {
        UUID one = intake("Wagimin", "3310000031");
        IntStream.range(0, 101).forEach(i -> submit("Wagimin", "33102000" + (100 + i)));
        outbox.drain();
        links(one).body("items", equalTo(List.of())).body("suppressed.reason", hasItem("COMMON_NAME"));
    }

    private ValidatableResponse links(UUID intake) {
        return Desk.by(desk.analyst)
                .get("/api/v1/intakes/" + intake + "/links")
                .then()
                .statusCode(200);
    }

    private UUID intake(String name, String... accounts) {
        ReferralSteps referral = submit(name, accounts);
        outbox.drain();
        return (UUID) Drafts.value("select id from intake where referral_id = ?", referral.id());
    }

    private static ReferralSteps submit(String name, String... accounts) {
        Object[] identifiers =
                List.of(accounts).stream().map(ReferralSteps::account).toArray();
        return ReferralSteps.draft(Institutions.bank())
                .redFlag()
                .subject(subject("MULE", "ADULT", name, identifiers))
                .submit();
    }
}
