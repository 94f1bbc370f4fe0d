package org.simpul.inquiry.rfi;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.simpul.inquiry.rfi.RfiSteps.RFIS;
import static org.simpul.inquiry.rfi.RfiSteps.THREADS;

/** What an institution may not learn from being asked, through answers and through the database. */
@QuarkusTest
class RfiSecrecyTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    private final List<String> taken = new ArrayList<>();

    /** A bank that is asked, alone or among others. */
    private final class World {
        final RfiSteps steps = new RfiSteps(outbox);
        final Institution bank = steps.bank();
        final Person officer = bank.person(Role.COMPLIANCE_OFFICER);
        final List<String> answers = new ArrayList<>();
        String rfi;
        String thread;

        World issue() {
            rfi = steps.issued(steps.form());
            outbox.drain();
            thread = RfiSteps.thread(bank);
            return this;
        }

        /** The same requests in each world, and all that comes back. */
        List<String> ask() {
            hear(as(officer).get(THREADS));
            hear(as(officer).get(THREADS + "/" + thread));
            hear(as(officer).body("{\"step\":\"ACKNOWLEDGE\"}").post(THREADS + "/" + thread + "/steps"));
            RfiSteps.answered(bank, thread, RfiSteps.rows("ANSWERED"));
            outbox.drain();
            hear(as(officer).get(THREADS + "/" + thread));
            hear(as(officer).get(THREADS + "/" + thread + "/answers/1"));
            hear(as(officer).get(RFIS + "/" + rfi));
            hear(as(officer).get("/api/v1/disclosures"));
            hear(as(officer).get("/api/v1/notifications"));
            return answers;
        }

        private void hear(Response answer) {
            // names and times are of different lengths; the body itself is compared
            List<String> headers = answer.headers().asList().stream()
                    .filter(header -> !header.getName().equalsIgnoreCase("content-length"))
                    .map(header -> header.getName() + ": "
                            + (header.getName().equals("Audit-Leaf") ? "" : masked(header.getValue())))
                    .sorted()
                    .toList();
            answers.add(answer.statusCode() + " " + headers + " " + masked(answer.asString()));
        }

        private String masked(String text) {
            return text.replace(bank.alias(), "<bank>")
                    .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>")
                    .replaceAll("\\b[A-Z](-[0-9A-Z]{4}){3}\\b", "<reference>")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<time>");
        }
    }

    @Test
    void anInstitutionLearnsNothingOfTheOthersThatAreAsked() {
        List<String> expected = new World().issue().ask();

        World full = new World();
        Institution other = full.steps.bank();
        full.steps.bank();
        full.issue();
        RfiSteps.say(other.person(Role.INVESTIGATOR), RfiSteps.thread(other), "ASK_CLARIFICATION", "text", "Who?")
                .statusCode(200);
        RfiSteps.answered(other, RfiSteps.thread(other), RfiSteps.answer("NIL"));
        outbox.drain();
        assertEquals(String.join("\n", expected), String.join("\n", full.ask()));

        String bytes = as(full.officer).get(THREADS + "/" + full.thread).asString()
                + as(full.officer).get(THREADS).asString();
        for (String hidden : List.of(
                full.rfi,
                full.steps.caseId,
                full.steps.sector,
                full.steps.analyst.login(),
                Drafts.id(full.steps.analyst).toString(),
                Drafts.id(full.steps.supervisor).toString(),
                other.alias(),
                RfiSteps.thread(other),
                "case",
                "scope_rule",
                "recipients")) {
            assertFalse(bytes.contains(hidden), hidden);
        }
    }

    @Test
    void theDatabaseShowsAnInstitutionItsOwnThreadAlone() throws SQLException {
        World world = new World();
        Institution other = world.steps.bank();
        world.issue();
        UUID rfi = UUID.fromString(world.rfi);
        UUID thread = UUID.fromString(world.thread);
        RfiSteps.answered(world.bank, world.thread, RfiSteps.rows("ANSWERED"));
        UUID bank = world.bank.id();
        UUID person = Drafts.id(world.officer);
        UUID stranger = Drafts.id(other.person(Role.INVESTIGATOR));
        assertEquals(List.of(), Database.query(bank, person, "select id from rfi where id = ?", rfi));
        assertEquals(
                List.of(), Database.query(bank, person, "select thread_id from rfi_recipient where rfi_id = ?", rfi));
        assertEquals(
                1, Database.query(bank, person, "select id from rfi_version").size());
        assertEquals(
                List.of(), Database.query(other.id(), stranger, "select id from rfi_version where id = ?", thread));
        for (String table : List.of("rfi_step", "rfi_answer")) {
            // each asks as the table is named: a literal for each
            String sql = table.equals("rfi_step")
                    ? "select id from rfi_step where thread_id = ?"
                    : "select id from rfi_answer where thread_id = ?";
            assertEquals(1, Database.query(bank, person, sql, thread).size(), table);
            assertEquals(List.of(), Database.query(other.id(), stranger, sql, thread), table);
        }
        Database.updateAsSuperuser("update disclosure set recalled_at = now() where object_id = ?", thread);
        assertEquals(List.of(), Database.query(bank, person, "select id from rfi_version where id = ?", thread));
        RfiSteps.read(world.officer, THREADS + "/" + world.thread).statusCode(404);
    }

    @Test
    void theDatabaseKeepsWhatIsAskedOutOfARestrictedCaseToItsTeam() throws SQLException {
        World world = new World().issue();
        RfiSteps.answered(world.bank, world.thread, RfiSteps.rows("ANSWERED"));
        UUID rfi = UUID.fromString(world.rfi);
        UUID thread = UUID.fromString(world.thread);
        UUID answer = (UUID) Drafts.value("select id from rfi_answer where thread_id = ?", thread);
        UUID fiu = world.steps.fiu.id();
        UUID colleague = Drafts.id(world.steps.fiu.person(Role.FIU_ANALYST));
        UUID member = Drafts.id(world.steps.analyst);
        Database.updateAsSuperuser(
                "update case_file set restricted = true where id = ?", UUID.fromString(world.steps.caseId));
        Map<String, UUID> reads = Map.of(
                "select id from rfi where id = ?", rfi,
                "select thread_id from rfi_recipient where rfi_id = ?", rfi,
                "select id from rfi_version where id = ?", thread,
                "select id from rfi_step where thread_id = ?", thread,
                "select id from rfi_answer where thread_id = ?", thread,
                "select id from disclosure where object_id = ?", thread,
                "select id from disclosure where object_kind = 'RFI_ANSWER' and object_id = ?", answer);
        for (Map.Entry<String, UUID> read : reads.entrySet()) {
            String sql = read.getKey();
            assertEquals(1, Database.query(fiu, member, sql, read.getValue()).size(), sql);
            assertEquals(List.of(), Database.query(fiu, colleague, sql, read.getValue()), sql);
        }
        UUID bank = world.bank.id();
        assertEquals(
                1,
                Database.query(bank, Drafts.id(world.officer), "select id from rfi_version where id = ?", thread)
                        .size());
        assertEquals(
                1,
                Database.query(bank, Drafts.id(world.officer), "select id from disclosure where object_id = ?", answer)
                        .size());
    }

    @Test
    void whateverTheLedgerSaysAThreadIsReadByItsTwoSidesAlone() throws SQLException {
        World world = new World().issue();
        RfiSteps.answered(world.bank, world.thread, RfiSteps.rows("ANSWERED"));
        UUID thread = UUID.fromString(world.thread);
        UUID answer = (UUID) Drafts.value("select id from rfi_answer where thread_id = ?", thread);
        for (Institution other : List.of(Institutions.bank(), Institutions.agency())) {
            for (UUID object : List.of(thread, answer)) {
                Database.updateAsSuperuser(
                        """
                        insert into disclosure (id, object_kind, object_id, object_owner, from_participant, to_participant,
                          purpose, legal_basis, tlp, pap, disclosed_by, disclosed_at)
                        select gen_random_uuid(), object_kind, object_id, object_owner, from_participant, ?, purpose,
                          legal_basis, tlp, pap, disclosed_by, disclosed_at from disclosure where object_id = ? limit 1
                        """,
                        other.id(),
                        object);
            }
            assertEquals(
                    List.of(), Database.query(other.id(), null, "select id from rfi_version where id = ?", thread));
            assertEquals(List.of(), Database.query(other.id(), null, "select id from rfi_answer where id = ?", answer));
        }
    }

    @Test
    void theDatabaseRefusesWhatNobodyMayWrite() {
        World world = new World();
        Institution other = world.steps.bank();
        world.issue();
        UUID rfi = UUID.fromString(world.rfi);
        UUID thread = UUID.fromString(world.thread);
        UUID fiu = world.steps.fiu.id();
        UUID analyst = Drafts.id(world.steps.analyst);
        UUID bank = world.bank.id();
        UUID person = Drafts.id(world.officer);
        UUID stranger = Drafts.id(other.person(Role.INVESTIGATOR));
        // what was asked stays so
        refused(fiu, analyst, "update rfi set legal_basis = 'X' where id = ?", rfi);
        refused(fiu, analyst, "update rfi_version set urgent = true where id = ?", thread);
        // what nobody has approved is asked of nobody, nor of somebody who is not listed
        UUID draft = UUID.fromString(world.steps.draft(world.steps.form()));
        refused(fiu, analyst, "update rfi set status = 'ISSUED', issued_at = now(), digest = 'x' where id = ?", draft);
        refused(
                fiu,
                analyst,
                "update rfi set status = 'ISSUED', issued_at = now(), digest = 'x', approved_by = written_by[1] where id = ?",
                draft);
        String copy =
                """
                insert into rfi_version (id, owner, recipient, reference, purpose, predicate_offence, legal_basis, question,
                  preserve, urgent, tlp, pap, due_at, sealed_at)
                select gen_random_uuid(), owner, ?, reference, purpose, predicate_offence, legal_basis, question, preserve,
                  urgent, tlp, pap, due_at, sealed_at from rfi_version where id = ?
                """;
        refused(fiu, analyst, copy, bank, thread);
        // one reads what is for another one
        refused(
                fiu,
                analyst,
                """
                insert into disclosure (id, object_kind, object_id, object_owner, from_participant, to_participant, purpose,
                  legal_basis, tlp, pap, disclosed_by, disclosed_at)
                select gen_random_uuid(), 'RFI_VERSION', id, owner, owner, ?, purpose, legal_basis, tlp, pap,
                  gen_random_uuid(), now() from rfi_version where id = ?
                """,
                other.id(),
                thread);
        // only the two of a thread speak on it, each in its own words, and no institution refuses
        String step =
                """
                insert into rfi_step (id, owner, recipient, thread_id, thread_owner, kind, refusal, at)
                values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, now())
                """;
        refused(other.id(), stranger, step, other.id(), fiu, thread, fiu, "ACKNOWLEDGE", null);
        refused(bank, person, step, bank, other.id(), thread, fiu, "ACKNOWLEDGE", null);
        refused(bank, person, step, bank, fiu, thread, fiu, "CLOSE", null);
        refused(fiu, analyst, step, fiu, bank, thread, fiu, "ANSWER", null);
        refused(bank, person, step, bank, fiu, thread, fiu, "REFUSE", "PREJUDICE");
        String used =
                """
                insert into rfi_step (id, owner, recipient, thread_id, thread_owner, kind, used, at)
                values (gen_random_uuid(), ?, ?, ?, ?, 'REPORT_USE', 'NOT_USED', now())
                """;
        refused(fiu, analyst, used, fiu, bank, thread, fiu);
        String answer =
                """
                insert into rfi_answer (id, owner, thread_id, thread_owner, number, revision, outcome, refusal, content,
                  written_by)
                values (gen_random_uuid(), ?, ?, ?, 1, 1, ?, ?, '{}', array[gen_random_uuid()])
                """;
        refused(other.id(), stranger, answer, other.id(), thread, fiu, "NIL", null);
        refused(fiu, analyst, answer, fiu, thread, fiu, "NIL", null);
        refused(bank, person, answer, bank, thread, fiu, "REFUSED", "PREJUDICE");
        // an answer of one person alone, and one that is taken away
        RfiSteps.write(world.officer, world.thread, RfiSteps.answer("NIL")).statusCode(200);
        refused(
                bank,
                person,
                "update rfi_answer set outcome = 'REFUSED', refusal = 'PREJUDICE' where thread_id = ?",
                thread);
        refused(
                bank,
                person,
                "update rfi_answer set sealed_at = now(), digest = 'x', approved_by = written_by[1] where thread_id = ?",
                thread);
        RfiSteps.decide(
                        world.bank.person(Role.COMPLIANCE_OFFICER),
                        THREADS + "/" + world.thread,
                        RfiSteps.handOverAnswer(world.officer, world.thread))
                .statusCode(200);
        refused(bank, person, "delete from rfi_answer where thread_id = ?", thread);
        refused(bank, person, "delete from rfi_step where thread_id = ?", thread);
        // the FIU asks under no matter, and an institution asks nobody
        String file =
                """
                insert into rfi (id, owner, status, revision, purpose, predicate_offence, legal_basis, case_id, matter, question,
                  preserve, urgent, tlp, pap, scope, written_by, created_at)
                select gen_random_uuid(), ?, 'DRAFT', 1, 'MONEY_LAUNDERING', 'X', 'X', null, 'LP/1', '{}', false, false,
                  'TLP:AMBER', 'PAP:RED', null, array[gen_random_uuid()], now()
                """;
        refused(fiu, analyst, file, fiu);
        refused(bank, person, file, bank);
        assertEquals(List.of(), taken);
    }

    @Test
    void theClockForgetsNothingButNilReturnsOfWhatIsOver() throws SQLException {
        World world = new World();
        Institution other = world.steps.bank();
        world.issue();
        UUID nil = UUID.fromString(world.thread);
        UUID answered = UUID.fromString(RfiSteps.thread(other));
        RfiSteps.answered(world.bank, world.thread, RfiSteps.answer("NIL"));
        RfiSteps.answered(other, answered.toString(), RfiSteps.rows("ANSWERED"));
        for (UUID thread : List.of(nil, answered)) {
            assertEquals(0, forgotten("rfi_answer", thread));
            assertEquals(0, forgotten("rfi_step", thread));
        }
        world.steps.close(world.rfi);
        assertEquals(0, forgotten("rfi_answer", answered));
        assertEquals(0, forgotten("rfi_step", answered));
        assertEquals(1, forgotten("rfi_answer", nil));
        // that it was answered, and not that it is closed
        assertEquals(1, forgotten("rfi_step", nil));
    }

    private static int forgotten(String table, UUID thread) throws SQLException {
        return Database.updateAs("simpul_clock", "delete from " + table + " where thread_id = ?", thread);
    }

    @Test
    void theDatabaseLetsNoAnswerGoAnywhereElse() throws SQLException {
        World world = new World();
        Institution other = world.steps.bank();
        world.issue();
        UUID thread = UUID.fromString(world.thread);
        UUID bank = world.bank.id();
        UUID person = Drafts.id(world.officer);
        UUID fiu = world.steps.fiu.id();
        UUID analyst = Drafts.id(world.steps.analyst);
        RfiSteps.answered(world.bank, world.thread, RfiSteps.rows("PARTIAL"));
        UUID nil = UUID.fromString(RfiSteps.thread(other));
        RfiSteps.answered(other, nil.toString(), RfiSteps.answer("NIL"));
        String discloses =
                """
                insert into disclosure (id, object_kind, object_id, object_owner, from_participant, to_participant, purpose,
                  legal_basis, tlp, pap, disclosed_by, disclosed_at)
                select gen_random_uuid(), 'RFI_ANSWER', id, owner, owner, ?, 'X', 'X', 'TLP:AMBER', 'PAP:RED',
                  gen_random_uuid(), now() from rfi_answer where thread_id = ?
                """;
        refused(bank, person, discloses, other.id(), thread);
        refused(other.id(), Drafts.id(other.person(Role.INVESTIGATOR)), discloses, fiu, nil);
        // what the asker was not given, and what was not asked of one
        RfiSteps.write(world.officer, world.thread, RfiSteps.rows("PARTIAL")).statusCode(200);
        refused(
                bank,
                person,
                "update rfi_answer set dissemination_id = gen_random_uuid() where thread_id = ? and sealed_at is null",
                thread);
        refused(
                fiu,
                analyst,
                "insert into rfi_origin (owner, rfi_id, thread_id) values (?, ?, ?)",
                fiu,
                UUID.fromString(world.rfi),
                thread);
        // a thread is as its request: no matter of an agency, no border
        for (String more : List.of("matter", "egmont_reference")) {
            refused(
                    fiu,
                    analyst,
                    """
                    insert into rfi_version (id, owner, recipient, reference, purpose, predicate_offence, legal_basis, question,
                      preserve, urgent, tlp, pap, due_at, sealed_at, %s)
                    select t.thread_id, v.owner, t.recipient, 'Q-1', v.purpose, v.predicate_offence, v.legal_basis, v.question,
                      v.preserve, v.urgent, v.tlp, v.pap, v.due_at, v.sealed_at, 'X/1'
                    from rfi_version v join rfi_recipient t on t.thread_id = v.id where v.id = ?
                    """
                            .formatted(more),
                    thread);
        }
        // a request of one person's that is not urgent, and one that is over
        UUID rfi = UUID.fromString(world.rfi);
        refused(fiu, analyst, "update rfi set alone_act_id = gen_random_uuid() where id = ?", rfi);
        world.steps.close(world.rfi);
        refused(
                fiu,
                analyst,
                "update rfi set status = 'ISSUED', closed_at = null, nil_returns = null where id = ?",
                rfi);
        assertEquals(List.of(), taken);
    }

    /** Says which were taken, all of them. */
    private void refused(UUID participant, UUID person, String sql, Object... values) {
        try {
            boolean silent = sql.startsWith("update") || sql.startsWith("delete");
            if (Database.update(participant, person, sql, values) > 0 || !silent) {
                taken.add(sql);
            }
        } catch (SQLException e) {
            if (!List.of("42501", "23514", "23503").contains(e.getSQLState())) {
                taken.add(e.getSQLState() + " " + sql);
            }
        }
    }
}
