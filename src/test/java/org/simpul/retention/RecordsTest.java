package org.simpul.retention;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.inquiry.pointer.PointerSteps;
import org.simpul.inquiry.pointer.PointerSteps.Officer;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes of a referral and all that was made of it; and that its submitter can't tell one end from another. */
@QuarkusTest
class RecordsTest extends HubTest {
    private static final String REFERRALS = "/api/v1/referrals";

    /** What keeps opaque ids beyond the record: that something was done, or that there was an item. */
    private static final Set<String> OPAQUE = Set.of(
            "audit_entry", "outbox_event", "outbox_notification", "notification", "duty_call", "idempotency_key");

    @Inject
    OutboxDispatcher outbox;

    @Inject
    PurgeClock clock;

    private RetentionSteps steps;

    @BeforeEach
    void begin() {
        steps = new RetentionSteps();
        steps.inForce();
        steps.purged(clock);
    }

    /** Every table and column that still holds one of the ids. */
    private static List<String> traces(List<UUID> ids) {
        List<String> found = new ArrayList<>();
        String all = ids.stream().map(UUID::toString).collect(Collectors.joining(","));
        Database.queryAsSuperuser(
                        """
                        select table_name || ' ' || column_name from information_schema.columns
                        join information_schema.tables using (table_schema, table_name)
                        where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'uuid'
                        """)
                .forEach(row -> {
                    String[] names = row.toString().split(" ");
                    if (!OPAQUE.contains(names[0])
                            && Drafts.count("from " + names[0] + " where " + names[1] + " = any(?)", (Object)
                                            ids.toArray(UUID[]::new))
                                    > 0) {
                        found.add(row.toString());
                    }
                });
        return found;
    }

    private static String body(Person person, String matter, String path) {
        var answer = (matter == null ? Desk.by(person) : Desk.under(matter, person))
                .get(path)
                .then()
                .extract();
        return answer.statusCode() + " " + answer.asString().replaceAll("\"request_id\":\"[^\"]*\"", "");
    }

    private static void absent(Person person, String matter, String path, Object id) {
        assertEquals(body(person, matter, path + UUID.randomUUID()), body(person, matter, path + id), path + id);
    }

    @Test
    void whatEndedTogetherGoesTogetherAndNothingOfItAnswers() {
        Dossier dossier = new Dossier(outbox).worked(outbox).ended(61);
        List<UUID> ids = dossier.ids();
        assertTrue(ids.size() > 8, ids.size() + " ids");
        assertFalse(traces(ids).isEmpty());
        List<Object> keys = dossier.liveKeys();
        assertTrue(keys.size() >= 2, "a child's key, and its copy's");
        Person reader = dossier.referral.officer();
        String matter = Desk.matter(dossier.agency);
        Desk.under(matter, dossier.officer)
                .get("/api/v1/disseminations/" + dossier.dissemination)
                .then()
                .statusCode(200);
        steps.purged(clock)
                .body("classes.find { it.record_class == 'DISSEMINATION' }.purged", equalTo(1))
                .body("classes.find { it.record_class == 'RFI' }.purged", equalTo(1))
                .body("classes.find { it.record_class == 'CASE' }.purged", equalTo(1))
                .body("classes.find { it.record_class == 'INTAKE' }.purged", equalTo(1))
                .body("classes.find { it.record_class == 'REFERRAL' }.purged", equalTo(1))
                .body("classes.find { it.record_class == 'SUBMISSION' }.purged", equalTo(1));
        assertEquals(List.of(), traces(ids));
        for (Object key : keys) {
            assertEquals(0, Drafts.count("from subject_key where id = ? and wrapped is not null", key));
            assertEquals(
                    1, Drafts.count("from audit_entry where act = 'subject.key-destroyed' and object_id = ?", key));
        }
        absent(reader, null, REFERRALS + "/", dossier.referral.id());
        absent(steps.analyst, null, "/api/v1/intakes/", dossier.intake);
        absent(steps.analyst, null, "/api/v1/cases/", dossier.caseId);
        absent(steps.analyst, null, "/api/v1/rfis/", dossier.rfi);
        absent(steps.analyst, null, "/api/v1/rfi-threads/", dossier.thread);
        absent(steps.analyst, null, "/api/v1/disseminations/", dossier.dissemination);
        absent(dossier.officer, matter, "/api/v1/disseminations/", dossier.dissemination);
        Desk.under(matter, dossier.officer)
                .body(Map.of("identifier", Map.of("type", "PHONE", "scope", "", "value", dossier.phone)))
                .post("/api/v1/searches")
                .then()
                .statusCode(200)
                .body("hits", empty());
        for (Person person : List.of(reader, dossier.officer)) {
            as(person).get("/api/v1/notifications").then().statusCode(200).body("items", empty());
        }
    }

    /** What its submitter may still correct must find somebody; what is gone links nothing. */
    @Test
    void anIntakeStaysAsLongAsItsSubmitterKeepsTheReferral() {
        Dossier dossier = new Dossier(outbox).ended(61);
        RetentionSteps.past("update referral set touched_at = now() where id = ?", dossier.referral.id());
        SubmittedReferral other = SubmittedReferral.of(Institutions.bank(), "P3", dossier.phone);
        outbox.drain();
        Object links =
                "/api/v1/intakes/" + Drafts.value("select id from intake where referral_id = ?", other.id) + "/links";
        steps.purged(clock).body("classes.find { it.record_class == 'INTAKE' }.purged", equalTo(0));
        assertTrue(body(steps.analyst, null, links.toString()).contains(dossier.intake.toString()));
        dossier.ended(61);
        steps.purged(clock).body("classes.find { it.record_class == 'INTAKE' }.purged", equalTo(1));
        String after = body(steps.analyst, null, links.toString());
        assertTrue(after.startsWith("200") && !after.contains(dossier.intake.toString()), after);
        absent(steps.analyst, null, "/api/v1/intakes/", dossier.intake);
    }

    /** Texts of a case name whom it protects in clear, and are masked as long as it stands. */
    @Test
    void anIntakeThatWasTakenOutOfACaseStaysAsLongAsTheCase() {
        Dossier dossier = new Dossier(outbox);
        String caseId = dossier.desk.caseOf(dossier.desk.accepted(dossier.intake));
        Desk.by(dossier.desk.analyst)
                .body(Map.of("reason", "Another matter."))
                .post("/api/v1/cases/" + caseId + "/intakes/" + dossier.intake + "/removals")
                .then()
                .statusCode(200);
        dossier.ended(61);
        steps.purged(clock)
                .body("classes.find { it.record_class == 'REFERRAL' }.purged", equalTo(1))
                .body("classes.find { it.record_class == 'INTAKE' }.purged", equalTo(0));
        RetentionSteps.past(
                "update case_file set status = 'CLOSED', rested_at = now() - interval '61 months' where id = ?::uuid",
                caseId);
        steps.purged(clock)
                .body("classes.find { it.record_class == 'CASE' }.purged", equalTo(1))
                .body("classes.find { it.record_class == 'INTAKE' }.purged", equalTo(1));
    }

    /** Another bank names the child's number in clear: the pointer never counts it, also when what protected it is gone. */
    @Test
    void aVictimStaysProtectedWhenTheRecordIsGone() {
        Dossier dossier = new Dossier(outbox);
        SubmittedReferral.of(Institutions.bank(), "P3", dossier.childsPhone);
        outbox.drain();
        PointerSteps.on(dossier.agency);
        Officer officer = Officer.of(dossier.agency);
        assertTrue(officer.search(dossier.childsPhone).body().contains("\"pointer\":\"NONE\""));
        dossier.ended(61);
        steps.purged(clock).body("classes.find { it.record_class == 'SUBMISSION' }.purged", equalTo(1));
        assertEquals(0, Drafts.count("from subject_digest where intake_id = ?", dossier.intake));
        assertTrue(officer.search(dossier.childsPhone).body().contains("\"pointer\":\"NONE\""));
    }

    /** Of three referrals one is in a held case, one with the FIU, and one is gone there: their banks read the same. */
    @Test
    void aSubmitterCannotTellWhatTheFiuKeepsOrHolds() {
        Dossier held = new Dossier(outbox).worked(outbox).ended(61);
        Dossier open = new Dossier(outbox).ended(61);
        RetentionSteps.past("update intake set status = 'UNDER_ANALYSIS', rested_at = null where id = ?", open.intake);
        Dossier gone = new Dossier(outbox).ended(61);
        String hold = steps.held("CASE", held.caseId);
        assertEquals(reads(held), reads(open));
        assertEquals(reads(held), reads(gone));
        assertTrue(reads(held).contains("retained_until"), "there is an expiry");
        steps.purged(clock)
                .body("classes.find { it.record_class == 'CASE' }.on_hold", equalTo(1))
                .body("classes.find { it.record_class == 'CASE' }.purged", equalTo(0))
                .body("classes.find { it.record_class == 'DISSEMINATION' }.purged", equalTo(0))
                .body("classes.find { it.record_class == 'RFI' }.purged", equalTo(0))
                .body("classes.find { it.record_class == 'INTAKE' }.purged", equalTo(1))
                .body("classes.find { it.record_class == 'REFERRAL' }.purged", equalTo(3))
                .body("classes.find { it.record_class == 'SUBMISSION' }.purged", equalTo(1));
        assertEquals(reads(held), reads(open));
        assertEquals(reads(held), reads(gone));
        for (Dossier dossier : List.of(held, open, gone)) {
            absent(dossier.referral.officer(), null, REFERRALS + "/", dossier.referral.id());
            absent(dossier.referral.investigator(), null, REFERRALS + "/", dossier.referral.id());
        }
        // the FIU keeps all that it needs
        for (String path : List.of(
                "/api/v1/intakes/" + held.intake,
                "/api/v1/cases/" + held.caseId,
                "/api/v1/disseminations/" + held.dissemination,
                "/api/v1/rfis/" + held.rfi,
                "/api/v1/intakes/" + open.intake)) {
            Desk.by(held.desk.analyst).get(path).then().statusCode(200);
        }
        assertEquals(List.of(), traces(gone.ids()));
        assertEquals(2, held.liveKeys().size(), "what is kept can be read");
        String path = RetentionSteps.HOLDS + "/" + hold;
        as(steps.analyst)
                .body(Map.of("reason", "The judgment is final."))
                .post(path + "/lifting-requests")
                .then()
                .statusCode(200);
        steps.act(steps.supervisor, path, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(200);
        List<UUID> ids = held.ids();
        steps.purged(clock);
        assertEquals(List.of(), traces(ids));
        assertEquals(List.of(), held.liveKeys());
    }

    /** All that the bank's people read, without what is each bank's own. */
    private static String reads(Dossier dossier) {
        StringBuilder reads = new StringBuilder();
        for (Person person : List.of(dossier.referral.investigator(), dossier.referral.officer())) {
            for (String path : List.of(
                    REFERRALS,
                    REFERRALS + "/" + dossier.referral.id(),
                    REFERRALS + "/" + dossier.referral.id() + "/versions",
                    REFERRALS + "/" + dossier.referral.id() + "/notices",
                    REFERRALS + "/" + dossier.referral.id() + "/messages",
                    "/api/v1/disclosures?direction=GIVEN",
                    "/api/v1/notifications",
                    "/api/v1/unmaskings",
                    "/api/v1/alone-acts",
                    "/api/v1/retention-expiries?record_class=REFERRAL")) {
                reads.append(path.replace(dossier.referral.id().toString(), "<id>"))
                        .append(' ')
                        .append(neutral(body(person, null, path)))
                        .append('\n');
            }
        }
        return reads.toString();
    }

    private static String neutral(String body) {
        return body.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>")
                .replaceAll("[0-9a-f]{64}", "<digest>")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z", "<at>")
                .replaceAll("\\b[RSH](-[0-9A-Z]{4}){3}\\b", "<reference>")
                .replaceAll("\\+62\\d+", "<phone>")
                .replaceAll("person-\\d+", "<login>")
                .replaceAll("reporting-entity-\\d+", "<alias>");
    }
}
