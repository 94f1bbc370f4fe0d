package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
import org.simpul.testing.LegalHolds;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.form;
import static org.simpul.casework.Desk.matter;
import static org.simpul.casework.Desk.under;
import static org.simpul.casework.Recalls.recall;

@QuarkusTest
class DisseminationVersionTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    @Inject
    AnswerClock clock;

    private Desk desk;
    private Institution agency;
    private Person officer;
    private SubmittedReferral referral;
    private Map<String, Object> form;

    @BeforeEach
    void open() {
        desk = new Desk();
        agency = Institutions.agency();
        officer = agency.person(Role.LE_OFFICER);
        referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        form = form(desk.caseOf(desk.accepted(referral)), referral, agency);
    }

    private static String path(String dissemination) {
        return "/api/v1/disseminations/" + dissemination;
    }

    private ValidatableResponse next(String id, Map<String, Object> form) {
        return by(desk.analyst).body(form).post(path(id) + "/versions").then();
    }

    private String released(String id, Map<String, Object> form) {
        String version = next(id, form).statusCode(201).extract().path("id");
        desk.approve(desk.supervisor, version, desk.handOver(version)).statusCode(200);
        return version;
    }

    @Test
    void thePreviewIsWhatTheRecipientThenReads() {
        String id = desk.draft(form).statusCode(201).extract().path("id");
        String digest = desk.handOver(id);
        ValidatableResponse preview =
                by(desk.supervisor).get(path(id) + "/preview").then().statusCode(200);
        preview.body("recipients.alias", equalTo(List.of(agency.alias())))
                .body("recipients.name", equalTo(List.of("Institution " + agency.alias())))
                .body("recipients.login", equalTo(java.util.Arrays.asList((Object) null)));
        Map<String, Object> expected = preview.extract().path("dissemination");
        desk.approve(desk.supervisor, id, digest).statusCode(200);
        Map<String, Object> read = under(matter(agency), officer)
                .get(path(id))
                .then()
                .statusCode(200)
                .extract()
                .path("");
        assertEquals(null, expected.remove("disseminated_at"));
        assertNotEquals(null, read.remove("disseminated_at"));
        assertEquals(expected.toString(), read.toString());
        by(officer).get(path(id) + "/preview").then().statusCode(403);
        org.simpul.testing.HubTest.as(desk.analyst)
                .get(path(id) + "/preview")
                .then()
                .statusCode(400);
        assertEquals(
                1L,
                Database.queryAsSuperuser(
                                "select count(*) from audit_entry where act = 'dissemination.previewed' and object_id = ?"
                                        + " and outcome = 'ALLOWED'",
                                UUID.fromString(id))
                        .get(0));
    }

    private ValidatableResponse discard(Person who, String id) {
        String tag = by(desk.analyst).get(path(id)).then().extract().header("ETag");
        return by(who).header("If-Match", tag).delete(path(id)).then();
    }

    @Test
    void aDraftIsThrownAwayWithItsRowsAndWhatIsDisseminatedStays() {
        String file = (String) form.get("case_id");
        String draft = desk.draft(form).statusCode(201).extract().path("id");
        by(desk.analyst).delete(path(draft)).then().statusCode(428);
        by(desk.analyst).header("If-Match", "\"9\"").delete(path(draft)).then().statusCode(412);
        discard(officer, draft).statusCode(403);
        String digest = desk.handOver(draft);
        discard(desk.analyst, draft).statusCode(409).body("violations[0].code", equalTo("not_a_draft"));
        desk.giveBack(draft, digest, "Not yet.").statusCode(200);
        discard(desk.analyst, draft).statusCode(204);
        by(desk.analyst).get(path(draft)).then().statusCode(404);
        for (String rows : List.of("subject", "identifier", "transaction", "origin", "recipient")) {
            assertEquals(
                    List.of(0L),
                    Database.queryAsSuperuser(
                            "select count(*) from dissemination_" + rows + " where version_id = ?",
                            UUID.fromString(draft)));
        }
        by(desk.analyst)
                .get("/api/v1/cases/" + file + "/timeline")
                .then()
                .body("items[0].kind", equalTo("DISSEMINATION_DISCARDED"))
                .body("items[0].by", equalTo(desk.analyst.login()));

        String first = desk.disseminated(form);
        discard(desk.analyst, first).statusCode(409);
        String second = next(first, form).statusCode(201).extract().path("id");
        discard(desk.supervisor, second).statusCode(204);
        by(desk.analyst).get(path(first)).then().statusCode(200).body("desk.status", equalTo("DISSEMINATED"));
        under(matter(agency), officer).get(path(first)).then().statusCode(200);
        next(first, form).statusCode(201).body("desk.number", equalTo(2));
    }

    @Test
    void aLegalHoldOnTheCaseKeepsItsDrafts() {
        String draft = desk.draft(form).statusCode(201).extract().path("id");
        by(desk.analyst)
                .body(LegalHolds.form(
                        "CASE", form.get("case_id"), LocalDate.now().plusMonths(6)))
                .post(LegalHolds.PATH)
                .then()
                .statusCode(201);
        discard(desk.analyst, draft).statusCode(409).body("violations[0].code", equalTo("on_legal_hold"));
        by(desk.analyst).get(path(draft)).then().statusCode(200).body("content.subjects.size()", equalTo(2));
    }

    @Test
    void theRecipientReadsTheNewestVersionAndWhatIsDifferent() {
        String first = desk.disseminated(form);
        String matter = matter(agency);
        String reference =
                under(matter, officer).get(path(first)).then().extract().path("content.reference");
        String child = under(matter, officer).get(path(first)).then().extract().path("content.subjects[1].reference");
        by(officer).post(path(first) + "/acknowledgements").then().statusCode(201);
        form.put("narrative", "Larger sums from many senders.");
        form.put("rows", Map.of("subjects", List.of(referral.suspect, referral.child)));
        String second = next(first, form)
                .statusCode(201)
                .body("desk.number", equalTo(2))
                .body("desk.status", equalTo("DRAFT"))
                .extract()
                .path("id");
        under(matter, officer).get(path(second)).then().statusCode(404);
        under(matter, officer).get(path(first)).then().body("newer_id", nullValue());
        by(desk.analyst).get(path(first)).then().body("desk.status", equalTo("DISSEMINATED"));
        desk.edit(first, form).statusCode(409);
        by(desk.analyst).post(path(first) + "/handovers").then().statusCode(409);
        next(first, form).statusCode(409).body("violations[0].code", equalTo("newer_version"));
        next(second, form).statusCode(409).body("violations[0].code", equalTo("not_disseminated"));
        desk.approve(desk.supervisor, second, desk.handOver(second)).statusCode(200);
        by(officer).get("/api/v1/disseminations").then().body("items.id", equalTo(List.of(second)));
        under(matter, officer)
                .get(path(second))
                .then()
                .body("content.reference", equalTo(reference))
                .body("content.subjects[1].reference", equalTo(child))
                .body("progress", equalTo("DELIVERED"));
        under(matter, officer).get(path(first)).then().statusCode(200).body("newer_id", equalTo(second));
        by(officer)
                .get(path(first) + "/versions")
                .then()
                .body("items.id", equalTo(List.of(second, first)))
                .body("items.number", equalTo(List.of(2, 1)))
                .body("items.progress", equalTo(List.of("DELIVERED", "ACKNOWLEDGED")));
        under(matter, officer)
                .get(path(second) + "/differences")
                .then()
                .statusCode(200)
                .body("changes.find { it.field == 'narrative' }.after", equalTo("Larger sums from many senders."))
                .body("transactions.removed", equalTo(1))
                .body("transactions.added", equalTo(0));
        under(matter, officer)
                .get(path(first) + "/differences")
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("nothing_before"));
        by(officer).get(path(second) + "/differences").then().statusCode(403);
        by(officer).post(path(second) + "/acknowledgements").then().statusCode(201);
    }

    @Test
    void whoeverIsLeftOutKeepsWhatItHasAndLearnsNothingOfTheNext() {
        Institution other = Institutions.agency();
        Person reader = other.person(Role.LE_OFFICER);
        form.put("recipients", List.of(agency.alias(), other.alias()));
        String first = desk.disseminated(form);
        String matter = matter(other);
        String before = under(matter, reader).get(path(first)).asString();
        form.put("recipients", List.of(agency.alias()));
        String second = released(first, form);
        assertEquals(before, under(matter, reader).get(path(first)).asString());
        by(reader).get(path(first) + "/versions").then().body("items.id", equalTo(List.of(first)));
        under(matter, reader).get(path(second)).then().statusCode(404);
        recall(desk.supervisor, first, Map.of("reason", "REPLACED", "recipients", List.of(other.alias())))
                .statusCode(201);
        under(matter, reader).get(path(first)).then().statusCode(404);
        under(matter(agency), officer).get(path(first)).then().statusCode(200);
        // who receives the third alone does not learn that it is one
        Institution late = Institutions.agency();
        form.put("recipients", List.of(late.alias()));
        String third = released(second, form);
        by(late.person(Role.LE_OFFICER))
                .get(path(third) + "/versions")
                .then()
                .body("items.number", equalTo(List.of(1)));
        recall(desk.supervisor, third, Map.of("reason", "WRONG_CONTENT", "every_version", true))
                .statusCode(201)
                .body("deliveries.size()", equalTo(3));
        by(officer).get("/api/v1/disseminations").then().body("items", empty());
    }

    @Test
    void aRecallTakesTheVersionThatItNamesAndLeavesTheOneBefore() {
        String first = desk.disseminated(form);
        form.put("narrative", "Larger sums from many senders.");
        String second = released(first, form);
        recall(desk.supervisor, second, Map.of("reason", "WRONG_CONTENT"))
                .statusCode(201)
                .body("deliveries.size()", equalTo(1));
        String matter = matter(agency);
        under(matter, officer).get(path(second)).then().statusCode(404);
        under(matter, officer).get(path(first)).then().statusCode(200);
    }

    @Test
    void whatIsNotWhatWasReadIsNotApproved() {
        String id = desk.draft(form).statusCode(201).extract().path("id");
        String digest = desk.handOver(id);
        Database.updateAsSuperuser(
                "update dissemination_version set narrative = 'Another.' where id = ?", UUID.fromString(id));
        desk.approve(desk.supervisor, id, digest).statusCode(412).body("type", equalTo("/problems/version-changed"));
    }

    @Test
    void aSubjectHasAnotherReferenceInAnotherDissemination() {
        String one = desk.disseminated(form);
        Institution other = Institutions.agency();
        form.put("recipients", List.of(other.alias()));
        String two = desk.disseminated(form);
        String of = "content.subjects[1].reference";
        assertNotEquals(
                (String) under(matter(agency), officer).get(path(one)).path(of),
                under(matter(other), other.person(Role.LE_OFFICER))
                        .get(path(two))
                        .path(of));
    }

    @Test
    void eachAgencyGoesItsOwnRoadAndTheFiuSeesBoth() {
        Institution other = Institutions.agency();
        Person reader = other.person(Role.LE_OFFICER);
        form.put("recipients", List.of(agency.alias(), other.alias()));
        String id = desk.disseminated(form);
        by(officer).post(path(id) + "/investigations").then().statusCode(409);
        under(matter(agency), officer)
                .body(Map.of("outcome", "ARREST"))
                .post(path(id) + "/outcomes")
                .then()
                .statusCode(409);
        by(officer).post(path(id) + "/acknowledgements").then().statusCode(201);
        by(officer).post(path(id) + "/closures").then().statusCode(409);
        by(officer).post(path(id) + "/investigations").then().statusCode(201);
        by(officer).post(path(id) + "/investigations").then().statusCode(409);
        String pending = under(matter(agency), officer)
                .body(Map.of("outcome", "PENDING"))
                .post(path(id) + "/outcomes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        by(officer)
                .post(path(id) + "/closures")
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("outcome_pending"));
        by(reader).post(path(id) + "/acknowledgements").then().statusCode(201);
        under(matter(other), reader)
                .body(Map.of("outcome", "ARREST", "corrects", pending))
                .post(path(id) + "/outcomes")
                .then()
                .statusCode(409);
        under(matter(other), reader)
                .body(Map.of("outcome", "PENDING"))
                .post(path(id) + "/outcomes")
                .then()
                .statusCode(201);
        under(matter(other), reader)
                .body(Map.of("outcome", "ARREST", "corrects", pending))
                .post(path(id) + "/outcomes")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("corrects"));
        Map<String, Object> correction = Map.of("outcome", "ARREST", "corrects", pending);
        under(matter(agency), officer)
                .body(correction)
                .post(path(id) + "/outcomes")
                .then()
                .statusCode(201);
        under(matter(agency), officer)
                .body(correction)
                .post(path(id) + "/outcomes")
                .then()
                .statusCode(400);
        by(officer).post(path(id) + "/closures").then().statusCode(201);
        under(matter(agency), officer)
                .body(Map.of("outcome", "CHARGE"))
                .post(path(id) + "/outcomes")
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("closed"));
        under(matter(other), reader).get(path(id)).then().body("progress", equalTo("OUTCOME_RECORDED"));
        by(desk.analyst)
                .get(path(id) + "/deliveries")
                .then()
                .statusCode(200)
                .body(
                        "items.collectEntries { [it.to.alias, it.progress + ' ' + it.outcome + ' ' + it.owes] }",
                        equalTo(Map.of(
                                agency.alias(), "CLOSED ARREST NOTHING",
                                other.alias(), "OUTCOME_RECORDED PENDING OUTCOME")));
        by(officer).get(path(id) + "/deliveries").then().statusCode(403);
    }

    @Test
    void anOverdueOutcomeIsRemindedOfUntilAFinalOneComes() {
        String id = desk.disseminated(form);
        UUID version = UUID.fromString(id);
        clock.look();
        Database.updateAsSuperuser("delete from outbox_notification where object_id = ?", version);
        by(desk.analyst)
                .get("/api/v1/overdue-answers?page_size=200")
                .then()
                .body("items.dissemination_id", not(hasItem(id)));
        due(version);
        clock.look();
        clock.look();
        assertEquals(List.of("all outcome.record routine"), org.simpul.testing.Told.about(version));
        due(version);
        clock.look();
        assertEquals(
                List.of("all outcome.record routine", "all duty.manage routine"),
                org.simpul.testing.Told.about(version));
        by(desk.analyst)
                .get("/api/v1/overdue-answers?page_size=200")
                .then()
                .body("items.find { it.dissemination_id == '" + id + "' }.reminders", equalTo(2));
        by(officer).post(path(id) + "/acknowledgements").then().statusCode(201);
        under(matter(agency), officer)
                .body(Map.of("outcome", "PENDING"))
                .post(path(id) + "/outcomes")
                .then()
                .statusCode(201);
        due(version);
        clock.look();
        under(matter(agency), officer)
                .body(Map.of("outcome", "INSUFFICIENT"))
                .post(path(id) + "/outcomes")
                .then()
                .statusCode(201);
        by(desk.analyst)
                .get("/api/v1/overdue-answers?page_size=200")
                .then()
                .body("items.dissemination_id", not(hasItem(id)));
        Database.updateAsSuperuser("delete from outbox_notification where object_id = ?", version);
        due(version);
        clock.look();
        assertEquals(List.of(), org.simpul.testing.Told.about(version));
        assertEquals(
                List.of("NOTHING"),
                Database.queryAsSuperuser("select owes from dissemination_delivery where version_id = ?", version));
        by(officer).get("/api/v1/overdue-answers").then().statusCode(403);
    }

    @Test
    void whoeverReceivesANewVersionOwesNothingForTheOneBefore() {
        String first = desk.disseminated(form);
        String second = released(first, form);
        by(desk.analyst).get(path(first) + "/deliveries").then().body("items[0].owes", equalTo("NOTHING"));
        by(desk.analyst).get(path(second) + "/deliveries").then().body("items[0].owes", equalTo("OUTCOME"));
    }

    private static void due(UUID version) {
        Database.updateAsSuperuser(
                "update dissemination_delivery set due_at = now() - interval '1 hour',"
                        + " remind_at = now() - interval '1 hour' where version_id = ?",
                version);
    }
}
