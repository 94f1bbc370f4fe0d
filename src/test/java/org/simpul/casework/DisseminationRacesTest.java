package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.matter;
import static org.simpul.casework.Desk.under;
import static org.simpul.testing.Races.during;

/** What is done to a dissemination at the same time: nobody's part is lost, and nothing lands on what is over. */
@QuarkusTest
class DisseminationRacesTest extends HubTest {
    private static final String HELD = "select 1 from dissemination_delivery where version_id = ? for update";

    @Inject
    OutboxDispatcher outbox;

    private Desk desk;
    private Institution agency;
    private Person officer;
    private String matter;
    private String id;

    @BeforeEach
    void received() {
        desk = new Desk();
        agency = Institutions.agency();
        officer = agency.person(Role.LE_OFFICER);
        matter = matter(agency);
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        id = desk.disseminated(referral, agency, Institutions.agency());
        by(officer).post(path("/acknowledgements")).then().statusCode(201);
    }

    private String path(String below) {
        return "/api/v1/disseminations/" + id + below;
    }

    private Callable<Response> recall(Map<String, Object> form) {
        return () -> Recalls.recall(desk.supervisor, id, form).extract().response();
    }

    private Callable<Response> outcome() {
        return () -> under(matter, officer).body(Map.of("outcome", "ARREST")).post(path("/outcomes"));
    }

    private long outcomes() {
        return Drafts.count(
                "from dissemination_response where object_id = ? and kind = 'OUTCOME'", UUID.fromString(id));
    }

    @Test
    void ofTwoRecallsAtOnceEachTakesWhatTheOtherHasLeft() throws Exception {
        List<Response> answers = during(
                HELD,
                UUID.fromString(id),
                List.of(
                        recall(Map.of("reason", "WRONG_RECIPIENT", "recipients", List.of(agency.alias()))),
                        recall(Map.of("reason", "WRONG_CONTENT"))));
        answers.get(0).then().statusCode(201).body("deliveries.to.alias", equalTo(List.of(agency.alias())));
        answers.get(1).then().statusCode(201).body("deliveries", hasSize(1));
        assertEquals(0, Drafts.count("from reach where object_id = ?", UUID.fromString(id)));
        assertEquals(2, Drafts.count("from recall_notice where version_id = ?", UUID.fromString(id)));
    }

    @Test
    void ofTwoSameRecallsAtOnceTheSecondIsToldThatNobodyHasIt() throws Exception {
        Map<String, Object> form = Map.of("reason", "WRONG_CONTENT", "recipients", List.of(agency.alias()));
        List<Response> answers = during(HELD, UUID.fromString(id), List.of(recall(form), recall(form)));
        assertEquals(
                List.of(201, 409),
                answers.stream().map(Response::statusCode).sorted().toList());
        answers.stream().filter(answer -> answer.statusCode() == 409).forEach(answer -> answer.then()
                .body("violations.code", equalTo(List.of("nothing_to_recall"))));
        recall(Map.of("reason", "WRONG_CONTENT")).call().then().statusCode(201).body("deliveries", hasSize(1));
    }

    @Test
    void noOutcomeLandsOnWhatIsBeingRecalled() throws Exception {
        Response answer = during(
                        "update disclosure set recalled_at = now(), recalled_by = gen_random_uuid(),"
                                + " recall_reason = 'WRONG_CONTENT' where object_id = ?",
                        UUID.fromString(id),
                        List.of(outcome()))
                .get(0);
        assertEquals(404, answer.statusCode());
        assertEquals(0, outcomes());
    }

    @Test
    void noOutcomeLandsUnderAMatterThatIsBeingClosed() throws Exception {
        Response answer = during("update matter set status = 'CLOSED' where number = ?", matter, List.of(outcome()))
                .get(0);
        answer.then().statusCode(403).body("type", equalTo("/problems/matter-not-live"));
        assertEquals(0, outcomes());
    }

    @Test
    void noNewOutcomeLandsOnWhatTheAgencyIsClosing() throws Exception {
        Response answer = during(
                        """
                        insert into dissemination_response (id, owner, object_id, object_owner, kind, written_by, at)
                        select gen_random_uuid(), r.owner, r.object_id, r.object_owner, 'CLOSURE', r.written_by, now()
                        from (select cast(? as uuid) as id) v
                          cross join lateral (select pg_advisory_xact_lock(hashtextextended(v.id::text, 0))) alone
                          join dissemination_response r on r.object_id = v.id
                        """,
                        id,
                        List.of(outcome()))
                .get(0);
        answer.then().statusCode(409).body("violations.code", equalTo(List.of("closed")));
        assertEquals(0, outcomes());
    }

    @Test
    void noCopyLeavesUnderAConsentThatIsBeingRevoked() throws Exception {
        Onward.granted(desk, agency, id);
        Response answer = during(
                        """
                        insert into consent_decision (id, owner, recipient, consent_id, outcome, recipients, reason, decided_by,
                          at)
                        select gen_random_uuid(), c.object_owner, c.owner, c.id, 'REVOKED', '{}', 'R', gen_random_uuid(), now()
                        from consent c where c.object_id = ?
                        """,
                        UUID.fromString(id),
                        List.of(() -> under(matter, officer).get(path("/document.json"))))
                .get(0);
        answer.then().statusCode(409).body("violations.code", equalTo(List.of("export_needs_consent")));
        assertEquals(0, Drafts.count("from dissemination_export where object_id = ?", UUID.fromString(id)));
    }
}
