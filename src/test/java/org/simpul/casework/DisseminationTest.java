package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.form;
import static org.simpul.casework.Desk.intakeOf;
import static org.simpul.casework.Desk.matter;
import static org.simpul.casework.Desk.under;

@QuarkusTest
class DisseminationTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    private Desk desk;
    private Institution agency;
    private Person officer;

    @BeforeEach
    void open() {
        desk = new Desk();
        agency = Institutions.agency();
        officer = agency.person(Role.LE_OFFICER);
    }

    private SubmittedReferral received() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        return referral;
    }

    private static String body(Person person, String matter, String path) {
        var answer = under(matter, person).get(path).then().extract();
        return answer.statusCode() + " " + answer.asString().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }

    @Test
    void anAgencyReadsACopyThatNamesNoSubmitterAndNoChild() {
        SubmittedReferral referral = received();
        UUID intake = intakeOf(referral);
        String id = desk.disseminated(referral, agency);
        String matter = matter(agency);
        String text = under(matter, officer)
                .get("/api/v1/disseminations/" + id)
                .then()
                .statusCode(200)
                .body("desk", nullValue())
                .body("progress", equalTo("DELIVERED"))
                .body("content.intelligence_only", equalTo(true))
                .body("content.subjects[0].name", equalTo("Suspected Facilitator"))
                .body("content.subjects[0].identifiers[0].value", equalTo(referral.phone))
                .body("content.subjects[1].protected", equalTo(true))
                .body("content.subjects[1].name", nullValue())
                .body("content.subjects[1].age_band", equalTo("UNDER_13"))
                .body("content.subjects[1].identifiers", equalTo(List.of()))
                .body("content.transactions[0].to.type", equalTo("PROTECTED"))
                .extract()
                .asString();
        for (Object secret : List.of(
                referral.id,
                referral.version,
                referral.suspect,
                referral.child,
                referral.payment,
                referral.reference,
                referral.childReference,
                referral.bank.alias(),
                intake)) {
            assertEquals(-1, text.indexOf(secret.toString()), secret.toString());
        }
        by(desk.analyst).get("/api/v1/intakes/" + intake).then().body("intake.status", equalTo("DISSEMINATED"));
        by(officer)
                .get("/api/v1/disseminations")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)))
                .body("items[0].status", nullValue())
                .body("items[0].title", nullValue())
                .body("items[0].progress", equalTo("DELIVERED"));
        by(desk.analyst).get("/api/v1/disseminations").then().body("items[0].title", equalTo("Collector account"));
    }

    @Test
    void freeTextIsReadUnderAPurposeAndALiveMatterAlone() {
        String id = desk.disseminated(received(), agency);
        String path = "/api/v1/disseminations/" + id + "/responses";
        by(officer)
                .post("/api/v1/disseminations/" + id + "/acknowledgements")
                .then()
                .statusCode(201);
        String matter = matter(agency);
        as(officer).header("Case-Reference", matter).get(path).then().statusCode(400);
        by(officer).get(path).then().statusCode(403).body("type", equalTo("/problems/matter-not-live"));
        under(matter, officer).get(path).then().statusCode(200);
        as(desk.analyst).get(path).then().statusCode(400);
        under(matter, officer)
                .queryParam("direction", "RECEIVED")
                .get("/api/v1/disclosures")
                .then()
                .body("items.object_id", equalTo(List.of(id)))
                .body("items[0].caveats", nullValue());
        by(desk.analyst)
                .queryParam("direction", "GIVEN")
                .get("/api/v1/disclosures")
                .then()
                .body("items.find { it.object_id == '" + id + "' }.caveats", nullValue());
    }

    @Test
    void aPurposeIsOneThatTheKindOfInstitutionHas() {
        String path = "/api/v1/disseminations/" + desk.disseminated(received(), agency);
        String matter = matter(agency);
        for (String foreign : List.of("FILING", "SUPERVISION", "AUDIT")) {
            as(officer)
                    .header("Case-Reference", matter)
                    .header("Purpose", foreign)
                    .get(path)
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("Purpose"))
                    .body("violations[0].code", equalTo("purpose_of_another_kind"));
            as(desk.analyst).header("Purpose", foreign).get(path).then().statusCode(400);
        }
        for (String own : List.of("CHILD_AT_RISK", "MONEY_LAUNDERING", "ASSET_RECOVERY")) {
            as(officer)
                    .header("Case-Reference", matter)
                    .header("Purpose", own)
                    .get(path)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void aNamedPersonWhoIsGoneReceivesNothingAndTheFiuIsTold() {
        by(officer).get("/api/v1/me").then().statusCode(200);
        SubmittedReferral referral = received();
        Map<String, Object> form = form(desk.caseOf(desk.accepted(referral)), referral);
        form.put("handling", Map.of("tlp", "TLP:RED", "pap", "PAP:RED"));
        form.put("recipient_people", List.of(Map.of("agency", agency.alias(), "login", officer.login())));
        String waiting = desk.draft(form).statusCode(201).extract().path("id");
        String digest = desk.handOver(waiting);
        String draft = desk.draft(form).statusCode(201).extract().path("id");
        Database.updateAsSuperuser("update person set status = 'SWITCHED_OFF' where login = ?", officer.login());
        desk.approve(desk.supervisor, waiting, digest)
                .statusCode(409)
                .body("violations[0].code", equalTo("recipient_gone"));
        by(desk.analyst)
                .post("/api/v1/disseminations/" + draft + "/handovers")
                .then()
                .statusCode(409);
        Database.updateAsSuperuser("update person set status = 'ACTIVE' where login = ?", officer.login());
        Institutions.setStatus(agency, "SUSPENDED");
        desk.approve(desk.supervisor, waiting, digest).statusCode(409);
        Institutions.setStatus(agency, "ADMITTED");
        desk.approve(desk.supervisor, waiting, digest).statusCode(200);
    }

    @Test
    void namedPersonsOfOneAgencyAnswerApart() throws SQLException {
        Person colleague = agency.person(Role.LE_OFFICER);
        UUID officerId = Drafts.id(officer);
        UUID colleagueId = Drafts.id(colleague);
        SubmittedReferral referral = received();
        Map<String, Object> form = form(desk.caseOf(desk.accepted(referral)), referral);
        form.put("handling", Map.of("tlp", "TLP:RED", "pap", "PAP:RED"));
        form.put(
                "recipient_people",
                List.of(
                        Map.of("agency", agency.alias(), "login", officer.login()),
                        Map.of("agency", agency.alias(), "login", colleague.login())));
        String id = desk.disseminated(form);
        String path = "/api/v1/disseminations/" + id;
        String matter = matter(agency);
        by(officer).post(path + "/acknowledgements").then().statusCode(201);
        by(officer).post(path + "/acknowledgements").then().statusCode(409);
        under(matter, officer)
                .body(Map.of("outcome", "ARREST", "note", "He is in custody."))
                .post(path + "/outcomes")
                .then()
                .statusCode(201);
        under(matter, colleague).get(path).then().body("progress", equalTo("DELIVERED"));
        under(matter, colleague).get(path + "/responses").then().body("items", equalTo(List.of()));
        String seen = "select id from dissemination_response where object_id = ?";
        assertEquals(List.of(), Database.query(agency.id(), colleagueId, seen, UUID.fromString(id)));
        assertEquals(
                2,
                Database.query(agency.id(), officerId, seen, UUID.fromString(id))
                        .size());
        by(colleague).post(path + "/acknowledgements").then().statusCode(201);
        by(desk.analyst).get(path + "/responses").then().body("items.size()", equalTo(3));
    }

    @Test
    void anAgencyReadsUnderAPurposeAndALiveMatterAlone() {
        String path = "/api/v1/disseminations/" + desk.disseminated(received(), agency);
        String matter = matter(agency);
        as(officer).header("Case-Reference", matter).get(path).then().statusCode(400);
        by(officer).get(path).then().statusCode(403).body("type", equalTo("/problems/matter-not-live"));
        under(matter, officer).get(path).then().statusCode(200);
        Database.updateAsSuperuser("update matter set expires_at = now() where number = ?", matter);
        under(matter, officer).get(path).then().statusCode(403).body("type", equalTo("/problems/matter-not-live"));
    }

    @Test
    void anotherAgencyCantTellItFromWhatDoesNotExist() {
        String id = desk.disseminated(received(), agency);
        Institution stranger = Institutions.agency();
        Person other = stranger.person(Role.LE_OFFICER);
        String matter = matter(stranger);
        String absent = UUID.randomUUID().toString();
        for (String path : List.of("/api/v1/disseminations/%s", "/api/v1/disseminations/%s/responses")) {
            String hidden = body(other, matter, path.formatted(id));
            assertEquals(body(other, matter, path.formatted(absent)), hidden);
            assertEquals("404", hidden.substring(0, 3));
        }
        for (String path : List.of("acknowledgements", "outcomes")) {
            for (String which : List.of(id, absent)) {
                under(matter, other)
                        .body(Map.of("outcome", "ARREST"))
                        .post("/api/v1/disseminations/" + which + "/" + path)
                        .then()
                        .statusCode(404);
            }
        }
    }

    @Test
    void aRecallClosesReadingOnTheNextRequest() {
        Institution second = Institutions.agency();
        String id = desk.disseminated(received(), agency, second);
        String path = "/api/v1/disseminations/" + id;
        String matter = matter(agency);
        String secondMatter = matter(second);
        Person colleague = second.person(Role.LE_OFFICER);
        under(matter, officer).get(path).then().statusCode(200);
        Database.updateAsSuperuser(
                "update disclosure set recalled_at = now(), recalled_by = ?, recall_reason = 'test'"
                        + " where object_id = ? and to_participant = ?",
                UUID.randomUUID(),
                UUID.fromString(id),
                agency.id());
        under(matter, officer).get(path).then().statusCode(404);
        by(officer).get("/api/v1/disseminations").then().body("items", equalTo(List.of()));
        // each agency is disclosed to apart
        under(secondMatter, colleague).get(path).then().statusCode(200);
    }

    @Test
    void whoWroteOnItCantApproveIt() {
        SubmittedReferral referral = received();
        Map<String, Object> form = form(desk.caseOf(desk.accepted(referral)), referral, agency);
        String id = by(desk.supervisor)
                .body(form)
                .post("/api/v1/disseminations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String digest = desk.handOver(id);
        desk.approve(desk.supervisor, id, digest).statusCode(403).body("type", equalTo("/problems/same-person"));
        desk.approve(desk.analyst, id, digest).statusCode(403).body("type", equalTo("/problems/forbidden"));
        Person second = desk.fiu.person(Role.FIU_SUPERVISOR);
        desk.approve(second, id, "0".repeat(64)).statusCode(412);
        desk.approve(second, id, digest).statusCode(200).body("status", equalTo("DISSEMINATED"));
        desk.approve(second, id, digest).statusCode(409);
    }

    @Test
    void whatIsGivenBackIsEditedAndHasAnotherDigest() {
        SubmittedReferral referral = received();
        Map<String, Object> form = form(desk.caseOf(desk.accepted(referral)), referral, agency);
        String id = desk.draft(form).statusCode(201).extract().path("id");
        String path = "/api/v1/disseminations/" + id;
        String digest = desk.handOver(id);
        String tag = by(desk.analyst).get(path).then().extract().header("ETag");
        by(desk.analyst).header("If-Match", tag).body(form).put(path).then().statusCode(409);
        for (String none : new String[] {null, "", " "}) {
            desk.giveBack(id, digest, none).statusCode(400).body("violations[0].field", equalTo("reason"));
        }
        desk.giveBack(id, digest, "Name the offence.")
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("return_reason", equalTo("Name the offence."));
        by(desk.analyst).get(path).then().body("desk.return_reason", equalTo("Name the offence."));
        form.put("narrative", "Small sums from many senders, before each live stream.");
        by(desk.analyst).header("If-Match", tag).body(form).put(path).then().statusCode(412);
        String fresh = by(desk.analyst).get(path).then().extract().header("ETag");
        by(desk.analyst)
                .header("If-Match", fresh)
                .body(form)
                .put(path)
                .then()
                .statusCode(200)
                .body("content.subjects.size()", equalTo(2))
                .body("content.transactions.size()", equalTo(1));
        assertEquals(false, digest.equals(desk.handOver(id)));
        by(desk.analyst).get(path).then().body("desk.return_reason", nullValue());
    }

    @Test
    void rowsOfASupersededSubmissionAreNeitherHandedOverNorApproved() {
        SubmittedReferral referral = received();
        String caseId = desk.caseOf(desk.accepted(referral));
        Map<String, Object> form = form(caseId, referral, agency);
        String id = desk.draft(form).statusCode(201).extract().path("id");
        String digest = desk.handOver(id);
        String draft = desk.draft(form).statusCode(201).extract().path("id");
        // submitted, and the intake does not follow it yet
        referral.submit("P1");
        desk.approve(desk.supervisor, id, digest)
                .statusCode(409)
                .body("violations[0].code", equalTo("source_superseded"));
        by(desk.analyst)
                .post("/api/v1/disseminations/" + draft + "/handovers")
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("source_superseded"));
        desk.giveBack(id, digest, "There is a newer version.").statusCode(200);
        outbox.drain();
        desk.edit(id, form(caseId, referral, agency)).statusCode(200);
        desk.approve(desk.supervisor, id, desk.handOver(id)).statusCode(200);
    }

    @Test
    void onlyIntakesThatRowsWereCopiedFromAreDisseminated() {
        SubmittedReferral used = received();
        UUID from = desk.accepted(used);
        UUID unused = desk.accepted(received());
        desk.disseminated(form(desk.caseOf(from, unused), used, agency));
        by(desk.analyst).get("/api/v1/intakes/" + from).then().body("intake.status", equalTo("DISSEMINATED"));
        by(desk.analyst).get("/api/v1/intakes/" + unused).then().body("intake.status", equalTo("UNDER_ANALYSIS"));
    }

    @Test
    void rowsFromOutsideOfTheCaseAreUnknown() {
        SubmittedReferral inside = received();
        SubmittedReferral outside = received();
        String caseId = desk.caseOf(desk.accepted(inside));
        desk.accepted(outside);
        Map<String, Object> form = form(caseId, inside, agency);
        form.put(
                "rows",
                Map.of(
                        "subjects",
                        List.of(inside.suspect, outside.suspect),
                        "identifiers",
                        List.of(Map.of("type", "PHONE", "scope", "", "value", outside.phone)),
                        "transactions",
                        List.of(outside.payment, UUID.randomUUID())));
        desk.draft(form)
                .statusCode(400)
                .body(
                        "violations.field",
                        equalTo(List.of(
                                "rows.subjects[1]",
                                "rows.identifiers[0]",
                                "rows.transactions[0]",
                                "rows.transactions[1]")))
                .body(not(containsString(outside.phone)));
        form.put("case_id", UUID.randomUUID());
        desk.draft(form).statusCode(400).body("violations[0].field", equalTo("case_id"));
    }

    @Test
    void recipientsAreAgenciesAndShownBeforeAnythingIsShared() {
        SubmittedReferral referral = received();
        String caseId = desk.caseOf(desk.accepted(referral));
        desk.draft(form(caseId, referral, Institutions.bank()))
                .statusCode(400)
                .body("violations[0].field", equalTo("recipients[0]"));
        String nobody =
                desk.draft(form(caseId, referral)).statusCode(201).extract().path("id");
        by(desk.analyst)
                .post("/api/v1/disseminations/" + nobody + "/handovers")
                .then()
                .statusCode(422);
        desk.draft(form(caseId, referral, agency))
                .statusCode(201)
                .body("desk.recipients.alias", equalTo(List.of(agency.alias())));
    }

    @Test
    void redIsReadByTheNamedPersonAlone() {
        String matter = matter(agency);
        Person colleague = agency.person(Role.LE_OFFICER);
        under(matter, officer).get("/api/v1/me").then().statusCode(200);
        under(matter, colleague).get("/api/v1/me").then().statusCode(200);
        SubmittedReferral referral = received();
        Map<String, Object> form = form(desk.caseOf(desk.accepted(referral)), referral, agency);
        form.put("handling", Map.of("tlp", "TLP:RED", "pap", "PAP:RED"));
        desk.draft(form).statusCode(400).body("violations[0].code", equalTo("red_names_persons"));
        form.remove("recipients");
        form.put("recipient_people", List.of(Map.of("agency", agency.alias(), "login", "nobody")));
        desk.draft(form).statusCode(400).body("violations[0].field", equalTo("recipient_people[0].login"));
        form.put("recipient_people", List.of(Map.of("agency", agency.alias(), "login", officer.login())));
        String path = "/api/v1/disseminations/" + desk.disseminated(form);
        under(matter, officer).get(path).then().statusCode(200);
        under(matter, colleague).get(path).then().statusCode(404);
    }

    @Test
    void theLookUpOfPersonsAnswersTheFiuAlone() throws SQLException {
        by(officer).get("/api/v1/me").then().statusCode(200);
        String sql = "select simpul_person_of(?, ?)";
        assertEquals(
                1,
                Database.query(desk.fiu.id(), null, sql, agency.alias(), officer.login()).stream()
                        .filter(UUID.class::isInstance)
                        .count());
        Object other = Database.query(Institutions.agency().id(), null, sql, agency.alias(), officer.login())
                .get(0);
        assertEquals(null, other);
    }

    @Test
    void whatIsSealedDoesNotChangeEvenInSql() {
        UUID id = UUID.fromString(desk.disseminated(received(), agency));
        for (String sql : List.of(
                "update dissemination_version set narrative = 'other' where id = ?",
                "delete from dissemination_transaction where version_id = ?",
                "delete from dissemination_identifier where version_id = ?",
                "delete from dissemination_recipient where version_id = ?",
                "delete from dissemination_origin where version_id = ?",
                """
                insert into dissemination_recipient (id, owner, version_id, participant_id)
                select gen_random_uuid(), owner, id, owner from dissemination_version where id = ?
                """)) {
            SQLException refused =
                    assertThrows(SQLException.class, () -> Database.update(desk.fiu.id(), null, sql, id), sql);
            assertEquals("42501", refused.getSQLState(), sql);
        }
    }

    @Test
    void nothingIsSealedInSqlWithoutADigestAndASecondPerson() {
        SubmittedReferral referral = received();
        Map<String, Object> form = form(desk.caseOf(desk.accepted(referral)), referral, agency);
        UUID id = UUID.fromString(desk.draft(form).statusCode(201).extract().path("id"));
        for (String approval : List.of(
                "digest = repeat('0', 64)",
                "approved_by = gen_random_uuid()",
                "digest = repeat('0', 64), approved_by = written_by[1]")) {
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> Database.update(
                            desk.fiu.id(),
                            null,
                            "update dissemination_version set sealed_at = now(), " + approval + " where id = ?",
                            id),
                    approval);
            assertEquals("23514", refused.getSQLState(), approval);
        }
    }

    @Test
    void anAgencyReadsNeitherOriginNorRecipientsInSql() throws SQLException {
        UUID id = UUID.fromString(desk.disseminated(received(), agency));
        for (String table : List.of(
                "dissemination",
                "dissemination_origin",
                "dissemination_recipient",
                "intake",
                "case_file",
                "case_intake",
                "case_member")) {
            assertEquals(List.of(), Database.query(agency.id(), null, "select owner from " + table), table);
        }
        assertEquals(
                List.of(id),
                Database.query(agency.id(), null, "select id from dissemination_version where id = ?", id));
    }

    @Test
    void anAnswerIsReadByItsWriterAndTheFiuAlone() throws SQLException {
        Institution second = Institutions.agency();
        Person colleague = second.person(Role.LE_OFFICER);
        String id = desk.disseminated(received(), agency, second);
        String path = "/api/v1/disseminations/" + id;
        String matter = matter(agency);
        under(matter, officer)
                .body(Map.of("outcome", "CHILD_SAFEGUARDED"))
                .post(path + "/outcomes")
                .then()
                .statusCode(409);
        by(officer).post(path + "/acknowledgements").then().statusCode(201);
        by(officer).post(path + "/acknowledgements").then().statusCode(409);
        under(matter, officer)
                .body(Map.of("outcome", "ARREST", "child_count_band", "ONE"))
                .post(path + "/outcomes")
                .then()
                .statusCode(400);
        under(matter, officer)
                .body(Map.of(
                        "outcome", "CHILD_SAFEGUARDED", "child_count_band", "TWO_TO_FIVE", "note", "Two are safe."))
                .post(path + "/outcomes")
                .then()
                .statusCode(201);
        under(matter, officer)
                .get(path + "/responses")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("OUTCOME", "ACKNOWLEDGEMENT")));
        under(matter(second), colleague)
                .get(path + "/responses")
                .then()
                .statusCode(200)
                .body("items", equalTo(List.of()));
        by(desk.analyst)
                .get(path + "/responses")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("items[0].outcome", equalTo("CHILD_SAFEGUARDED"));
        by(officer).get("/api/v1/disseminations").then().body("items.progress", hasItem("OUTCOME_RECORDED"));
        assertEquals(
                List.of(),
                Database.query(
                        second.id(),
                        null,
                        "select id from dissemination_response where object_id = ?",
                        UUID.fromString(id)));
    }

    @Test
    void nobodyAnswersInSqlWhatItHasNotReceived() {
        UUID id = UUID.fromString(desk.disseminated(received(), agency));
        Institution stranger = Institutions.agency();
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        stranger.id(),
                        null,
                        """
                        insert into dissemination_response (id, owner, object_id, object_owner, kind, written_by, at)
                        values (gen_random_uuid(), ?, ?, ?, 'ACKNOWLEDGEMENT', gen_random_uuid(), now())
                        """,
                        stranger.id(),
                        id,
                        desk.fiu.id()));
    }

    @Test
    void noRecipientsRowTellsHowManyWereWrittenBeforeIt() {
        Institution second = Institutions.agency();
        Institution third = Institutions.agency();
        String id = desk.disseminated(received(), agency, second, third);
        Set<String> rows = new HashSet<>();
        for (Institution one : List.of(agency, second, third)) {
            Person reader = one.person(Role.LE_OFFICER);
            String act = under(matter(one), reader)
                    .get("/api/v1/disseminations/" + id)
                    .then()
                    .extract()
                    .path("disseminated_at");
            var row = by(reader)
                    .queryParam("direction", "RECEIVED")
                    .get("/api/v1/disclosures")
                    .then()
                    .body("items.disclosed_at", equalTo(List.of(act)))
                    .extract();
            UUID disclosure = UUID.fromString(row.path("items[0].id"));
            assertEquals(Instant.parse(act).toEpochMilli(), disclosure.getMostSignificantBits() >>> 16);
            rows.add(disclosure.toString());
        }
        assertEquals(3, rows.size());
    }
}
