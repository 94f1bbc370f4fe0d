package org.simpul.retention;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.hold.HoldSteps;
import org.simpul.identifier.list.ListSteps;
import org.simpul.inquiry.interest.InterestSteps;
import org.simpul.inquiry.pointer.PointerSteps;
import org.simpul.inquiry.pointer.PointerSteps.Officer;
import org.simpul.inquiry.rfi.RfiSteps;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.retention.RetentionSteps.past;

/** Classes whose records hang on no referral: each begins its period with its own end, and goes with all that is its own. */
@QuarkusTest
class AtRestTest extends HubTest {
    private static final String LONG_AGO = "now() - interval '61 months'";

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

    private void purges(String recordClass, int count) {
        steps.purged(clock)
                .body("classes.find { it.record_class == '%s' }.purged".formatted(recordClass), equalTo(count));
    }

    private static long rows(String table, String condition, Object... values) {
        return Drafts.count("from " + table + " where " + condition, values);
    }

    @Test
    void aHoldGoesWhenItWasReleasedLongAgo() {
        Institution bank = Institutions.bank();
        UUID hold = UUID.fromString(HoldSteps.postponed(bank, HoldSteps.anyAccount()));
        purges("HOLD", 0);
        past("update hold set status = 'RELEASED', rested_at = " + LONG_AGO + " where id = ?", hold);
        assertEquals(1, rows("hold_version", "hold_id = ?", hold));
        assertEquals(1, rows("reach", "object_id in (select id from hold_version where hold_id = ?)", hold));
        UUID version = (UUID) Drafts.value("select id from hold_version where hold_id = ?", hold);
        purges("HOLD", 1);
        assertEquals(0, rows("hold", "id = ?", hold));
        assertEquals(0, rows("hold_version", "hold_id = ?", hold));
        assertEquals(0, rows("hold_account", "version_id = ?", version));
        assertEquals(0, rows("reach", "object_id = ?", version));
        assertEquals(0, rows("disclosure", "object_id = ?", version));
    }

    @Test
    void anInterestGoesByItsOwnEndAndThatTwoMetWithTheLast() {
        InterestSteps one = new InterestSteps(Institutions.agency());
        InterestSteps other = new InterestSteps(Institutions.agency());
        Map<String, Object> value =
                Map.of("identifier", Map.of("type", "PHONE", "value", SubmittedReferral.anyPhone()));
        UUID mine = UUID.fromString(one.registered(value));
        UUID theirs = UUID.fromString(other.registered(value));
        outbox.drain();
        assertEquals(1, rows("interest_meeting", "? in (first_interest, second_interest)", mine));
        UUID meeting = (UUID)
                Drafts.value("select id from interest_meeting where ? in (first_interest, second_interest)", mine);
        past(
                "update matter set status = 'CLOSED', changed_at = " + LONG_AGO + " where number in (?, ?)",
                one.matter,
                other.matter);
        past("update interest set withdrawn_at = " + LONG_AGO + ", withdrawn_by = registered_by where id = ?", mine);
        purges("INTEREST", 1);
        assertEquals(0, rows("interest", "id = ?", mine));
        assertEquals(1, rows("interest_contact", "meeting_id = ? and recipient = ?", meeting, other.agency.id()));
        assertEquals(1, rows("interest_contact", "meeting_id = ?", meeting), "what the other was told is the other's");
        past("update interest set ended_at = " + LONG_AGO + " where id = ?", theirs);
        steps.purged(clock)
                .body("classes.find { it.record_class == 'INTEREST' }.purged", equalTo(1))
                .body("classes.find { it.record_class == 'MATTER' }.purged", equalTo(1));
        assertEquals(0, rows("interest", "id in (?, ?)", mine, theirs));
        assertEquals(0, rows("interest_contact", "meeting_id = ?", meeting));
        assertEquals(0, rows("interest_meeting", "id = ?", meeting));
        assertEquals(0, rows("matter", "number in (?, ?)", one.matter, other.matter));
    }

    @Test
    void aCaseOnLegalHoldKeepsTheHoldsThatItsIntakesAndTheirHoldsGaveReasonFor() {
        Dossier dossier = new Dossier(outbox);
        String caseId = dossier.desk.caseOf(dossier.desk.accepted(dossier.intake));
        UUID first = halted();
        UUID second = halted();
        past(
                "insert into hold_origin (owner, hold_id, kind, object_id) values (?, ?, 'INTAKE', ?), (?, ?, 'HOLD', ?)",
                steps.fiu.id(),
                first,
                dossier.intake,
                steps.fiu.id(),
                second,
                first);
        past("update hold set status = 'RELEASED', rested_at = " + LONG_AGO + " where id in (?, ?)", first, second);
        String hold = steps.held("CASE", caseId);
        steps.purged(clock);
        assertEquals(2, rows("hold", "id in (?, ?)", first, second));
        past("update legal_hold set status = 'DECLINED' where id = ?::uuid", hold);
        steps.purged(clock);
        assertEquals(0, rows("hold", "id = ?", second));
        // the first may be looked at before what came from it is gone
        steps.purged(clock);
        assertEquals(0, rows("hold", "id = ?", first));
    }

    private UUID halted() {
        return UUID.fromString(HoldSteps.sealed(
                steps.fiu.person(Role.FIU_SUPERVISOR),
                steps.supervisor,
                HoldSteps.halt(Institutions.bank(), HoldSteps.anyAccount())));
    }

    /** Of two banks' holds one is kept for the FIU, and one goes: both banks read the same, from the approval on. */
    @Test
    void whatIsKeptForTheFiuIsClosedToItsInstitutionAsWell() throws SQLException {
        Institution held = Institutions.bank();
        Institution gone = Institutions.bank();
        UUID kept = UUID.fromString(HoldSteps.postponed(held, HoldSteps.anyAccount()));
        UUID purged = UUID.fromString(HoldSteps.postponed(gone, HoldSteps.anyAccount()));
        past("update hold set status = 'RELEASED', rested_at = " + LONG_AGO + " where id in (?, ?)", kept, purged);
        steps.held("HOLD", kept);
        String run = steps.approved();
        for (Institution bank : List.of(held, gone)) {
            assertReadsNothing(bank, bank == held ? kept : purged);
        }
        clock.look();
        steps.read(run).body("status", equalTo("FINISHED"));
        assertEquals(1, rows("hold", "id = ?", kept));
        assertEquals(0, rows("hold", "id = ?", purged));
        for (Institution bank : List.of(held, gone)) {
            assertReadsNothing(bank, bank == held ? kept : purged);
        }
        Desk.by(steps.analyst).get("/api/v1/holds/" + kept).then().statusCode(200);
        Person nobody = held.person(Role.INVESTIGATOR);
        assertEquals(
                List.of(),
                Database.query(held.id(), Drafts.id(nobody), "select id from hold where id = ?", kept),
                "the database wall");
    }

    private static void assertReadsNothing(Institution bank, UUID hold) {
        Person officer = bank.person(Role.COMPLIANCE_OFFICER);
        as(officer).get("/api/v1/holds/" + hold).then().statusCode(404);
        as(officer).get("/api/v1/holds").then().statusCode(200).body("items.size()", equalTo(0));
        as(officer)
                .get("/api/v1/disclosures?direction=GIVEN")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        as(officer)
                .get("/api/v1/retention-expiries?record_class=HOLD&until=2100-01-01")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void whatWasTakenOffAListGoesWhenNoFeedTellsOfItAndAHeldListKeepsIt() {
        String stays = ListSteps.account();
        String gone = ListSteps.account();
        Institution bank = Institutions.bank();
        ListSteps list = ListSteps.to(bank).with(stays, gone).published();
        list.remove(gone).statusCode(200);
        UUID id = UUID.fromString(list.id);
        // 60 months after the day on which no feed told of it any more, and not those of the edition alone
        String edition =
                "update identifier_list_edition set sealed_at = now() - interval '60 months' - %s where list_id = ?";
        past(edition.formatted("interval '94 days'"), id);
        purges("LIST_ENTRY", 0);
        list.published();
        past(edition.formatted("interval '92 days'"), id);
        purges("LIST_ENTRY", 0);
        past(edition.formatted("interval '94 days'"), id);
        String hold = steps.held("IDENTIFIER_LIST", id);
        purges("LIST_ENTRY", 0);
        past("update legal_hold set status = 'DECLINED' where id = ?::uuid", hold);
        purges("LIST_ENTRY", 1);
        assertEquals(0, rows("list_entry", "list_id = ? and value = ?", id, gone));
        assertEquals(1, rows("list_entry", "list_id = ? and value = ?", id, stays));
        assertEquals(List.of(stays), list.seen(bank.person(Role.INVESTIGATOR)));
    }

    @Test
    void anImportGoesWithWhatWasWrongInIt() {
        ListSteps list = ListSteps.to(Institutions.bank());
        UUID id = UUID.fromString(list.id);
        String written =
                """
                insert into list_import (id, owner, list_id, operation, on_error, defaults, status, rows_read, rows_refused,
                  rows_stored, rows_repeated, rows_warned, started_by, started_at, moved_at, finished_at)
                values (?, ?, ?, 'ADD', 'KEEP_VALID', '{}', ?, 1, 1, 0, 0, 0, ?, now(), now(), %s)""";
        UUID ended = UUID.randomUUID();
        UUID running = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        past(written.formatted(LONG_AGO), ended, steps.fiu.id(), id, "STORED", person);
        past(written.formatted("null"), running, steps.fiu.id(), id, "OPEN", person);
        past(
                "insert into list_import_finding values (?, ?, ?, 'ERROR', 1, 'value', 'required')",
                UUID.randomUUID(),
                steps.fiu.id(),
                ended);
        String hold = steps.held("IDENTIFIER_LIST", id);
        purges("LIST_IMPORT", 0);
        past("update legal_hold set status = 'DECLINED' where id = ?::uuid", hold);
        purges("LIST_IMPORT", 1);
        assertEquals(0, rows("list_import_finding", "import_id = ?", ended));
        assertEquals(0, rows("list_import", "id = ?", ended));
        assertEquals(1, rows("list_import", "id = ?", running));
    }

    /** It is its reporter's: a hold on the list, which is the FIU's, moves nothing of it. */
    @Test
    void aSightingGoesByItsReportersPeriodWhateverTheListsOwnerHolds() {
        String account = ListSteps.account();
        Institution bank = Institutions.bank();
        ListSteps list = ListSteps.to(bank).with(account).published();
        for (int i = 0; i < 2; i++) {
            as(bank.person(Role.INVESTIGATOR))
                    .body(Map.of(
                            "identifier",
                            ListSteps.identifier(account),
                            "kind",
                            "SEEN",
                            "times",
                            1 + i,
                            "seen_from",
                            "2026-03-01",
                            "seen_until",
                            "2026-03-02"))
                    .post(list.path() + "/sightings")
                    .then()
                    .statusCode(201);
        }
        steps.held("IDENTIFIER_LIST", UUID.fromString(list.id));
        past("update sighting set reported_at = " + LONG_AGO + " where owner = ? and times = 1", bank.id());
        as(bank.person(Role.COMPLIANCE_OFFICER))
                .get("/api/v1/retention-expiries?record_class=SIGHTING&until=2100-01-01")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2));
        purges("SIGHTING", 1);
        as(bank.person(Role.INVESTIGATOR)).get("/api/v1/sightings").then().body("items.times", contains(2));
    }

    @Test
    void aSearchStaysAsLongAsARequestNamesIt() {
        Institution agency = Institutions.agency();
        PointerSteps.on(agency);
        Officer officer = Officer.of(agency);
        String phone = SubmittedReferral.anyPhone();
        UUID search = UUID.fromString(officer.search(phone).body().replaceAll(".*\"search_id\":\"([^\"]+)\".*", "$1"));
        Map<String, Object> form = RfiSteps.ofAnAgency();
        @SuppressWarnings("unchecked")
        Map<String, Object> question = (Map<String, Object>) form.get("question");
        question.put("identifiers", List.of(Map.of("type", "PHONE", "value", phone)));
        form.put("search_id", search);
        String rfi = Desk.under(officer.matter(), officer.person())
                .body(form)
                .post("/api/v1/rfis")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        past("update subject_search set at = " + LONG_AGO + " where owner = ?", agency.id());
        past("update pointer_search set at = " + LONG_AGO + " where owner = ?", agency.id());
        steps.purged(clock)
                .body("classes.find { it.record_class == 'SEARCH' }.purged", equalTo(0))
                .body("classes.find { it.record_class == 'POINTER_SEARCH' }.purged", equalTo(1));
        assertEquals(0, rows("pointer_search", "owner = ?", agency.id()));
        past("update rfi set status = 'CANCELLED', rested_at = " + LONG_AGO + " where id = ?::uuid", rfi);
        steps.purged(clock)
                .body("classes.find { it.record_class == 'RFI' }.purged", equalTo(1))
                .body("classes.find { it.record_class == 'SEARCH' }.purged", equalTo(1));
        assertEquals(0, rows("subject_search", "id = ?", search));
    }

    @Test
    void aNotificationGoesWithWhoHasReadIt() {
        Institution bank = Institutions.bank();
        Person officer = bank.person(Role.COMPLIANCE_OFFICER);
        HoldSteps.sealed(
                steps.fiu.person(Role.FIU_SUPERVISOR), steps.supervisor, HoldSteps.halt(bank, HoldSteps.anyAccount()));
        outbox.drain();
        List<String> told =
                as(officer).get("/api/v1/notifications").then().extract().path("items.id");
        assertTrue(!told.isEmpty());
        UUID one = UUID.fromString(told.get(0));
        as(officer).put("/api/v1/notifications/" + one + "/read-mark").then().statusCode(204);
        assertEquals(1, rows("notification_read_mark", "notification_id = ?", one));
        past("update notification set at = " + LONG_AGO + " where id = ?", one);
        purges("NOTIFICATION", 1);
        assertEquals(0, rows("notification", "id = ?", one));
        assertEquals(0, rows("notification_read_mark", "notification_id = ?", one));
        assertEquals(told.size() - 1, rows("notification", "owner = ?", bank.id()));
    }
}
