package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.casework.Desk.by;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;

/** What was written in a case before its writers could know who is a child. */
@QuarkusTest
class CaseTextsTest extends HubTest {
    private static final String CASES = "/api/v1/cases";

    @Inject
    OutboxDispatcher outbox;

    private final Desk desk = new Desk();
    private final String childs = "47" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    private final Person second = desk.fiu.person(Role.FIU_SUPERVISOR);
    private String file;
    private String path;
    private String note;

    @BeforeEach
    void aCaseThatNamesHer() {
        List.of(desk.analyst, desk.supervisor, second).forEach(Drafts::id);
        file = by(desk.analyst)
                .body(Map.of(
                        "title",
                        "Lintang Kusumadewi",
                        "intake_ids",
                        List.of(taken(ReferralSteps.draft(Institutions.bank()).filled("4700000001"))),
                        "restricted",
                        true))
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        path = CASES + "/" + file;
        by(desk.analyst)
                .body(Map.of("login", desk.supervisor.login()))
                .post(path + "/members")
                .then()
                .statusCode(200);
        note = by(desk.analyst)
                .body(Map.of("text", "Ms Kusumadewi pays from " + childs + "."))
                .post(path + "/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        by(desk.analyst)
                .header("If-Match", "\"0\"")
                .body(Map.of("text", "Lintang Kusumadewi, again."))
                .put(path + "/notes/" + note)
                .then()
                .statusCode(409);
        by(desk.analyst)
                .body(Map.of("title", "Ask Lintang's branch", "assignee", desk.analyst.login()))
                .post(path + "/tasks")
                .then()
                .statusCode(201);
        by(desk.supervisor)
                .body(Map.of(
                        "login",
                        second.login(),
                        "reason",
                        "Knows of Kusumadewi.",
                        "until",
                        Instant.now().plus(1, ChronoUnit.HOURS).toString()))
                .post(path + "/grants")
                .then()
                .statusCode(201);
    }

    private UUID taken(ReferralSteps referral) {
        referral.submit();
        outbox.drain();
        return desk.accepted(Desk.intakeOf(referral.id()));
    }

    private UUID protectsHer() {
        return taken(ReferralSteps.draft(Institutions.bank())
                .filled("4700000002")
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", "Lintang Kusumadewi", account(childs))));
    }

    @Test
    void whoIsProtectedOnlyNowIsAReferenceInWhatWasWrittenBefore() {
        List<String> reads = List.of(
                CASES + "?page_size=100",
                path,
                path + "/notes",
                path + "/notes/" + note,
                path + "/notes/" + note + "/versions",
                path + "/tasks",
                path + "/grants",
                path + "/timeline",
                "/api/v1/my-day");
        reads.forEach(read -> assertTrue(tells(get(read)), read + " names her while nobody knows"));
        UUID intake = protectsHer();
        reads.forEach(read -> assertTrue(tells(get(read)), read + " is of a case that does not hold her"));
        String added = by(desk.analyst)
                .body(Map.of("intake_id", intake))
                .post(path + "/intakes")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertFalse(tells(added), added);
        for (String read : reads) {
            String answer = get(read);
            assertFalse(tells(answer), read + " tells her: " + answer);
            assertTrue(answer.contains("S-"), read + " has her reference");
        }
        by(desk.analyst)
                .body(Map.of("reason", "Of another case."))
                .post(path + "/intakes/" + intake + "/removals")
                .then()
                .statusCode(200);
        assertFalse(tells(get(path + "/notes")), "whom an intake protects that was taken out");
    }

    @Test
    void noAnswerToAChangeTellsHer() {
        by(desk.analyst)
                .body(Map.of("intake_id", protectsHer()))
                .post(path + "/intakes")
                .then()
                .statusCode(200);
        String task = by(desk.analyst).get(path + "/tasks").path("items[0].id");
        String copy = by(desk.analyst).get(path + "/notes").path("items.find { it.status == 'CONFLICTING' }.id");
        String grant = by(desk.analyst).get(path + "/grants").path("items[0].id");
        List<String> answers = List.of(
                by(desk.analyst)
                        .header("If-Match", "\"0\"")
                        .body(Map.of("text", "Behind."))
                        .put(path + "/notes/" + note)
                        .asString(),
                by(desk.analyst).post(path + "/notes/" + copy + "/drops").asString(),
                by(desk.analyst)
                        .body(Map.of("decision", "DONE"))
                        .post(path + "/tasks/" + task + "/decisions")
                        .asString(),
                by(desk.supervisor).delete(path + "/grants/" + grant).asString(),
                by(desk.analyst)
                        .delete(path + "/members/" + Drafts.id(desk.supervisor))
                        .asString(),
                by(desk.analyst)
                        .header("If-Match", by(desk.analyst).get(path).header("ETag"))
                        .body(Map.of("restricted", false))
                        .put(path + "/restriction")
                        .asString(),
                by(desk.analyst)
                        .header("If-Match", by(desk.analyst).get(path).header("ETag"))
                        .body(Map.of("decision", "CLOSE", "reason", "Nothing is left."))
                        .post(path + "/decisions")
                        .asString());
        answers.forEach(answer -> assertTrue(answer.contains("\"id\""), answer));
        answers.forEach(answer -> assertFalse(tells(answer), answer));
    }

    @Test
    void aCopyIsDroppedUnderAPurpose() {
        String copy = by(desk.analyst).get(path + "/notes").path("items.find { it.status == 'CONFLICTING' }.id");
        as(desk.analyst)
                .post(path + "/notes/" + copy + "/drops")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/purpose-required"));
        by(desk.analyst).get(path + "/notes").then().body("items.id", contains(copy, note));
    }

    private String get(String read) {
        return by(desk.analyst).get(read).then().statusCode(200).extract().asString();
    }

    private boolean tells(String answer) {
        return answer.contains("Lintang") || answer.contains("Kusumadewi") || answer.contains(childs);
    }
}
