package org.simpul.inquiry.pointer;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.inquiry.pointer.PointerSteps.Officer;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.simpul.inquiry.pointer.PointerSteps.SWITCHES;

/** What an agency may not learn from a search beyond the one bit that the FIU has switched on, and nobody without it. */
@QuarkusTest
class PointerSecrecyTest extends HubTest {
    private static final int PAIRS = Integer.getInteger("simpul.pointer.bytes", 100);

    @Inject
    OutboxDispatcher outbox;

    private SubmittedReferral taken() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P3", SubmittedReferral.anyPhone());
        outbox.drain();
        return referral;
    }

    /** All that comes back, but for what differs with each request: with lengths as they are. */
    private static String masked(Wire.Reply reply) {
        return (reply.status() + " " + reply.headers() + " " + reply.body())
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>")
                .replaceAll("(?i)name=(date|audit-leaf|request-id), value=[^\\]]*", "$1");
    }

    @Test
    void heldAndNotHeldAnswerInTheSameBytesButForTheOneWord() {
        Institution agency = Institutions.agency();
        PointerSteps.on(agency);
        Officer officer = Officer.of(agency);
        String held = taken().phone;
        for (int i = 0; i < PAIRS; i++) {
            if (i % 15 == 0) {
                officer.forgetQuota();
            }
            Wire.Reply yes = officer.search(held);
            Wire.Reply no = officer.search(SubmittedReferral.anyPhone());
            assertNotEquals(masked(yes), masked(no));
            assertEquals(yes.body().length(), no.body().length());
            assertEquals(masked(yes).replace("\"HELD\"", "\"NONE\""), masked(no));
        }
    }

    @Test
    void whileItIsOffNothingTellsWhatTheFiuHoldsNorWhoElseAsked() {
        String held = taken().phone;
        Institution other = Institutions.agency();
        PointerSteps.on(other);
        String before = searches(Officer.of(Institutions.agency()), SubmittedReferral.anyPhone());
        assertEquals(before, searches(Officer.of(Institutions.agency()), held));
        Officer.of(other).pointer(held);
        outbox.drain();
        assertEquals(before, searches(Officer.of(Institutions.agency()), held));
        // and where it is on, another agency's searches change nothing
        Institution agency = Institutions.agency();
        PointerSteps.on(agency);
        String alone = searches(Officer.of(agency), held);
        Officer.of(other).pointer(held);
        outbox.drain();
        assertEquals(alone, searches(Officer.of(agency), held));
    }

    private static String searches(Officer officer, String phone) {
        StringBuilder all = new StringBuilder(masked(officer.search(phone)));
        all.append(masked(officer.ask(Map.of("name", "Bagas Wirya"))));
        for (String path : List.of("/api/v1/notifications", "/api/v1/disclosures", "/api/v1/rfis", SWITCHES)) {
            var answer = Desk.under(officer.matter(), officer.person()).get(path);
            all.append('\n').append(path).append(answer.statusCode());
            if (answer.statusCode() == 200) {
                all.append(answer.asString());
            }
        }
        return all.toString();
    }

    @Test
    void nobodyButTheFiusSupervisorsTouchesASwitch() {
        Institution agency = Institutions.agency();
        String id = PointerSteps.on(agency);
        for (Person who : List.of(
                Institutions.bank().person(Role.COMPLIANCE_OFFICER),
                agency.person(Role.LE_SUPERVISOR),
                Institutions.fiu().person(Role.FIU_ANALYST))) {
            PointerSteps.propose(who, PointerSteps.form(agency)).statusCode(403);
            as(who).get(SWITCHES).then().statusCode(403);
            as(who).get("/api/v1/pointer-searches").then().statusCode(403);
            PointerSteps.decide(who, id, "APPROVE", "0".repeat(64)).statusCode(403);
            as(who).post(SWITCHES + "/" + id + "/closures").then().statusCode(403);
        }
    }

    @Test
    void theDatabaseAnswersOnlyWhereItIsOnAndShowsNoSwitch() throws SQLException {
        Institution agency = Institutions.agency();
        Institution other = Institutions.agency();
        Institution bank = Institutions.bank();
        String id = PointerSteps.on(agency);
        Officer officer = Officer.of(agency);
        String held = taken().phone;
        String ask = "select simpul_pointer(?, 'PHONE', '', ?, sha256('x'), interval '0')";
        UUID person = Drafts.id(officer.person());
        String counted = counted(agency, agency.id()) + counted(agency, person);
        assertEquals(List.of(true), Database.queryAfter(agency.id(), person, counted, ask, officer.matter(), held));
        for (Institution without : List.of(other, bank, Institutions.fiu())) {
            SQLException off = assertThrows(
                    SQLException.class, () -> Database.query(without.id(), null, ask, officer.matter(), held));
            assertEquals("42501", off.getSQLState());
        }
        // it is counted in its own transaction, by institution and person, for what has a digest, and takes its time
        officer.pointer(held);
        for (String before : List.of("select 1", counted(agency, agency.id()), counted(agency, person))) {
            SQLException uncounted = assertThrows(
                    SQLException.class,
                    () -> Database.queryAfter(agency.id(), person, before, ask, officer.matter(), held));
            assertEquals("not counted", reason(uncounted));
        }
        for (String digest : List.of("'\\x00'::bytea", "null")) {
            SQLException none = assertThrows(
                    SQLException.class,
                    () -> Database.queryAfter(
                            agency.id(),
                            person,
                            counted,
                            "select simpul_pointer(?, 'PHONE', '', ?, " + digest + ", interval '0')",
                            officer.matter(),
                            held));
            assertEquals("no digest", reason(none));
        }
        assertEquals(
                List.of(true),
                Database.queryAfter(
                        agency.id(),
                        person,
                        counted,
                        "select clock_timestamp() > now() + interval '20 ms' from (select simpul_pointer(?, 'PHONE', '', ?,"
                                + " sha256('x'), interval '-1 hour') offset 0) asked",
                        officer.matter(),
                        held));
        String searches = "select id from pointer_search where owner = ?";
        assertEquals(1, Database.query(agency.id(), null, searches, agency.id()).size());
        assertEquals(
                1,
                Database.query(Institutions.fiu().id(), null, searches, agency.id())
                        .size());
        for (Institution without : List.of(other, bank)) {
            assertEquals(List.of(), Database.query(without.id(), null, searches, agency.id()));
            assertEquals(
                    List.of(),
                    Database.query(without.id(), null, "select id from subject_search where owner = ?", agency.id()));
        }
        assertEquals(
                List.of(),
                Database.query(agency.id(), null, "select id from pointer_switch where id = ?", UUID.fromString(id)));
        for (String sql : List.of(
                "update pointer_search set answer = 'NONE'",
                "delete from pointer_search",
                "delete from pointer_switch",
                "update subject_search set digest = digest")) {
            SQLException denied = assertThrows(SQLException.class, () -> Database.update(agency.id(), null, sql), sql);
            assertEquals("42501", denied.getSQLState(), sql);
        }
        SQLException refused = assertThrows(
                SQLException.class, () -> Database.query(agency.id(), null, "select simpul_counts(gen_random_uuid())"));
        assertEquals("42501", refused.getSQLState());
        // a switch of one person's, and an agency's own
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        Institutions.fiu().id(),
                        null,
                        "update pointer_switch set decided_by = proposed_by where id = ?",
                        UUID.fromString(id)));
        assertThrows(
                SQLException.class,
                () -> Database.update(
                        agency.id(),
                        null,
                        """
                        insert into pointer_switch (id, owner, agency, predicate_offence, reason, ends_at, status, digest,
                          proposed_by, proposed_at)
                        values (gen_random_uuid(), ?, ?, 'X', 'X', now(), 'PROPOSED', 'x', gen_random_uuid(), now())
                        """,
                        agency.id(),
                        agency.id()));
    }

    private static String counted(Institution agency, UUID whom) {
        return """
                insert into inquiry_quota as q values ('%s', 'POINTER', '%s', current_date, 1)
                on conflict (owner, kind, counted, day) do update set asked = q.asked + 1;
                """
                .formatted(agency.id(), whom);
    }

    private static String reason(SQLException e) {
        return e.getMessage().lines().findFirst().orElseThrow().replace("ERROR: ", "");
    }

    @Test
    void theDatabaseLetsACountGoUpByOneAndForgetsItAWeekLater() throws SQLException {
        Institution agency = Institutions.agency();
        String count =
                """
                insert into inquiry_quota as q (owner, kind, counted, day, asked) values (?, 'POINTER', ?, current_date - ?, ?)
                on conflict (owner, kind, counted, day) do update set asked = q.asked + ?
                """;
        UUID id = agency.id();
        assertEquals(1, Database.update(id, null, count, id, id, 0, 1, 1));
        assertEquals(1, Database.update(id, null, count, id, id, 0, 1, 1));
        for (int step : List.of(0, -1, 2)) {
            assertEquals(
                    "a count goes up by one",
                    reason(assertThrows(
                            SQLException.class, () -> Database.update(id, null, count, id, id, 0, 1, step))));
        }
        assertThrows(SQLException.class, () -> Database.update(id, null, count, id, id, 1, 2, 1));
        assertEquals(0, Database.update(id, null, "delete from inquiry_quota where owner = ?", id));
        Database.update(id, null, count, id, id, 8, 1, 1);
        assertEquals(1, Database.update(id, null, "delete from inquiry_quota where owner = ?", id));
        UUID other = Institutions.agency().id();
        Database.update(id, null, count, id, id, 8, 1, 1);
        assertEquals(0, Database.update(other, null, "delete from inquiry_quota where owner = ?", id));
    }
}
