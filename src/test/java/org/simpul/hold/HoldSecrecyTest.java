package org.simpul.hold;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What a bank may not learn from a hold, through answers and through the database. */
@QuarkusTest
class HoldSecrecyTest extends HubTest {
    private static final String ACCOUNT = "1234567890";

    @Inject
    OutboxDispatcher outbox;

    private final HoldSteps steps = new HoldSteps();

    private static UUID intakeOf(ReferralSteps referral) {
        return (UUID) Database.queryAsSuperuser("select id from intake where referral_id = ?", referral.id())
                .get(0);
    }

    private static Map<String, Object> origin(String kind, Object id) {
        return Map.of("kind", kind, "id", id);
    }

    /** A bank with a referral, of which the FIU asks to halt an account. */
    private final class World {
        final Institution bank = Institutions.bank();
        final Person officer = bank.person(Role.COMPLIANCE_OFFICER);
        final ReferralSteps referral = ReferralSteps.draft(bank).filled(ACCOUNT).submit();
        final List<String> answers = new ArrayList<>();
        String hold;

        World() {
            // the submission, and then what it told
            outbox.drain();
            outbox.drain();
        }

        void halt(List<Map<String, Object>> origins) {
            Map<String, Object> form = HoldSteps.halt(bank, ACCOUNT);
            form.put("origins", origins);
            hold = steps.requested(form);
            outbox.drain();
        }

        /** The same requests in each world, and all that comes back. */
        List<String> ask() {
            hear(as(officer).get(HoldSteps.HOLDS));
            hear(as(officer).get(HoldSteps.HOLDS + "/" + hold));
            hear(as(officer).body(HoldSteps.did("EXECUTED")).post(HoldSteps.HOLDS + "/" + hold + "/answers"));
            outbox.drain();
            hear(as(officer).get(HoldSteps.HOLDS + "/" + hold));
            hear(as(officer).body(HoldSteps.did("EXECUTED")).post(HoldSteps.HOLDS + "/" + hold + "/answers"));
            hear(as(officer).post(HoldSteps.HOLDS + "/" + hold + "/handovers"));
            hear(as(officer).body(HoldSteps.step("RELEASE")).post(HoldSteps.HOLDS + "/" + hold + "/steps"));
            hear(as(officer).get("/api/v1/disclosures"));
            hear(as(officer).get("/api/v1/notifications"));
            hear(as(officer).get("/api/v1/referrals"));
            hear(as(officer).get(referral.path()));
            hear(as(officer).get(referral.path() + "/notices"));
            return answers;
        }

        private void hear(Response answer) {
            List<String> headers = answer.headers().asList().stream()
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
                    .replaceAll("S-\\d+/\\d+", "<letter>")
                    .replaceAll("\\b[0-9a-f]{64}\\b", "<digest>")
                    .replaceAll("person-\\d+", "<login>")
                    .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "<time>");
        }
    }

    @Test
    void aBankLearnsNothingOfAnotherBanksHoldNorWhereTheReasonCameFrom() {
        World plain = new World();
        plain.halt(List.of());
        List<String> expected = plain.ask();

        Institution agency = Institutions.agency();
        Institution otherBank = Institutions.bank();
        World full = new World();
        ReferralSteps others = ReferralSteps.draft(otherBank).filled(ACCOUNT).submit();
        outbox.drain();
        String order = HoldSteps.recorded(agency, full.bank, ACCOUNT);
        String postponed = HoldSteps.postponed(otherBank, ACCOUNT);
        full.halt(List.of(
                origin("INTAKE", intakeOf(others)),
                origin("INTAKE", intakeOf(full.referral)),
                origin("HOLD", order),
                origin("HOLD", postponed)));
        Map<String, Object> atTheOther = HoldSteps.halt(otherBank, ACCOUNT);
        atTheOther.put("origins", List.of(origin("HOLD", order)));
        String second = steps.requested(atTheOther);
        HoldSteps.answer(otherBank.person(Role.COMPLIANCE_OFFICER), second, "EXECUTED")
                .statusCode(200);
        outbox.drain();
        assertEquals(String.join("\n", expected), String.join("\n", full.ask()));

        HoldSteps.read(steps.analyst, full.hold).body("desk.origins.size()", org.hamcrest.Matchers.equalTo(4));
        String bytes = HoldSteps.read(full.officer, full.hold).extract().asString();
        for (String hidden : List.of(
                "\"origins\"",
                "\"desk\":{",
                order,
                agency.alias(),
                agency.id().toString(),
                otherBank.alias(),
                second)) {
            assertFalse(bytes.contains(hidden), hidden);
        }
    }

    @Test
    void aHoldMovesNoByteOfTheSubmittersOwn() {
        World world = new World();
        Response before = as(world.officer).get(world.referral.path());
        String notices =
                as(world.officer).get(world.referral.path() + "/notices").asString();
        world.halt(List.of(origin("INTAKE", intakeOf(world.referral))));
        HoldSteps.answer(world.officer, world.hold, "EXECUTED").statusCode(200);
        outbox.drain();
        steps.takes(world.hold, "EXTENSION");
        Response after = as(world.officer).get(world.referral.path());
        assertEquals(before.asString(), after.asString());
        assertEquals(before.header("ETag"), after.header("ETag"));
        assertEquals(
                notices,
                as(world.officer).get(world.referral.path() + "/notices").asString());
    }

    @Test
    void twoBanksReadTheirOwnAccountsAlone() {
        Institution one = Institutions.bank();
        Institution two = Institutions.bank();
        String first = steps.requested(HoldSteps.halt(one, "1111111112"));
        String second = steps.requested(HoldSteps.halt(two, "2222222221"));
        HoldSteps.read(one.person(Role.INVESTIGATOR), first)
                .statusCode(200)
                .body("accounts.value", contains("1111111112"));
        HoldSteps.read(two.person(Role.INVESTIGATOR), second)
                .statusCode(200)
                .body("accounts.value", contains("2222222221"));
        Response hidden = as(one.person(Role.COMPLIANCE_OFFICER)).get(HoldSteps.HOLDS + "/" + second);
        assertEquals(404, hidden.statusCode());
        assertEquals(
                404,
                HoldSteps.answer(one.person(Role.INVESTIGATOR), second, "EXECUTED")
                        .extract()
                        .statusCode());
    }

    @Test
    void theFiusOwnWordsOnItStayWithIt() throws SQLException {
        World world = new World();
        world.halt(List.of(origin("INTAKE", intakeOf(world.referral))));
        UUID hold = UUID.fromString(world.hold);
        UUID bank = world.bank.id();
        UUID person = Drafts.id(world.officer);
        Institution other = Institutions.bank();
        UUID stranger = Drafts.id(other.person(Role.INVESTIGATOR));
        assertEquals(List.of(), Database.query(bank, person, "select id from hold where id = ?", hold));
        assertEquals(
                List.of(), Database.query(bank, person, "select object_id from hold_origin where hold_id = ?", hold));
        assertEquals(
                1,
                Database.query(bank, person, "select id from hold_version where hold_id = ?", hold)
                        .size());
        assertEquals(1, accounts(bank, person, hold));
        assertEquals(
                List.of(), Database.query(other.id(), stranger, "select id from hold_version where hold_id = ?", hold));
        assertEquals(0, accounts(other.id(), stranger, hold));
        HoldSteps.answer(world.officer, world.hold, "EXECUTED").statusCode(200);
        assertEquals(
                List.of(),
                Database.query(other.id(), stranger, "select id from hold_answer where object_id = ?", hold));
    }

    private static int accounts(UUID participant, UUID person, UUID hold) throws SQLException {
        return Database.query(
                        participant,
                        person,
                        "select a.id from hold_account a join hold_version v on v.id = a.version_id where v.hold_id = ?",
                        hold)
                .size();
    }

    @Test
    void theDatabaseRefusesWhatNobodyMayWrite() {
        World world = new World();
        world.halt(List.of());
        UUID hold = UUID.fromString(world.hold);
        UUID fiu = steps.fiu.id();
        UUID analyst = Drafts.id(steps.analyst);
        UUID bank = world.bank.id();
        UUID person = Drafts.id(world.officer);
        Institution other = Institutions.bank();
        UUID stranger = Drafts.id(other.person(Role.INVESTIGATOR));
        // what is sealed stays so
        refused(fiu, analyst, "update hold_version set ends_at = now() where hold_id = ?", hold);
        refused(fiu, analyst, "delete from hold_version where hold_id = ?", hold);
        refused(
                fiu,
                analyst,
                "delete from hold_account where version_id in (select id from hold_version where hold_id = ?)",
                hold);
        // only who is asked answers, and under the owner that it has
        String answer =
                """
                insert into hold_answer (id, owner, object_id, object_owner, kind, done_at, reference, written_by, at)
                values (gen_random_uuid(), ?, ?, ?, 'EXECUTED', now(), 'BA-1', gen_random_uuid(), now())
                """;
        refused(other.id(), stranger, answer, other.id(), hold, fiu);
        refused(bank, person, answer, bank, hold, other.id());
        refused(fiu, analyst, answer, fiu, hold, fiu);
        // nobody but who is asked receives it
        refused(
                fiu,
                analyst,
                """
                insert into disclosure (id, object_kind, object_id, object_owner, from_participant, to_participant, purpose,
                  legal_basis, tlp, pap, disclosed_by, disclosed_at)
                select gen_random_uuid(), 'HOLD_VERSION', id, owner, owner, ?, 'MONEY_LAUNDERING', 'X', 'TLP:AMBER',
                  'PAP:GREEN', gen_random_uuid(), now() from hold_version where hold_id = ?
                """,
                other.id(),
                hold);
        // each kind has its author
        refused(
                bank,
                person,
                """
                insert into hold (id, owner, counterparty, kind, status, revision, created_by, created_at)
                values (gen_random_uuid(), ?, ?, 'HALT_REQUEST', 'DRAFT', 0, gen_random_uuid(), now())
                """,
                bank,
                other.id());
    }

    @Test
    void theDatabaseSealsNothingOfOnePersonAlone() {
        String id = HoldSteps.draft(steps.analyst, HoldSteps.halt(Institutions.bank(), "3333333334"));
        String seal =
                """
                update hold_version set sealed_at = now(), starts_at = now(), ends_at = now() + interval '1 day',
                  digest = repeat('0', 64), approved_by = %s where hold_id = ?
                """;
        UUID fiu = steps.fiu.id();
        UUID analyst = Drafts.id(steps.analyst);
        refused("23514", fiu, analyst, seal.formatted("null"), UUID.fromString(id));
        refused("23514", fiu, analyst, seal.formatted("written_by[1]"), UUID.fromString(id));
        refused(
                fiu,
                analyst,
                """
                insert into hold_version (id, owner, hold_id, number, step, reference, kind, measure, ground, legal_basis,
                  official_reference, official_date, institution, working_days, recorded, written_by, place)
                select gen_random_uuid(), owner, hold_id, 2, 'RELEASE', reference, kind, measure, ground, legal_basis, 'X',
                  current_date, institution, 0, true, written_by, id from hold_version where hold_id = ?
                """,
                UUID.fromString(id));
    }

    private static void refused(UUID participant, UUID person, String sql, Object... values) {
        refused("42501", participant, person, sql, values);
    }

    private static void refused(String state, UUID participant, UUID person, String sql, Object... values) {
        SQLException refusal =
                assertThrows(SQLException.class, () -> Database.update(participant, person, sql, values), sql);
        assertEquals(state, refusal.getSQLState(), refusal.getMessage());
    }

    /** What a bank finds in what it is told: ids that bear a time, and times. */
    private static List<Instant> times(String bytes) {
        List<Instant> times = new ArrayList<>();
        Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .matcher(bytes)
                .results()
                .forEach(id -> {
                    UUID uuid = UUID.fromString(id.group());
                    if (uuid.version() == 7) {
                        times.add(Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16));
                    }
                });
        Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z")
                .matcher(bytes)
                .results()
                .forEach(time -> times.add(Instant.parse(time.group())));
        return times;
    }

    @Test
    void nothingTellsABankWhenTheFiuBeganToWriteAHold() {
        Institution bank = Institutions.bank();
        Person officer = bank.person(Role.COMPLIANCE_OFFICER);
        List<String> ids = new ArrayList<>();
        List<String> digests = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            ids.add(HoldSteps.draft(steps.analyst, HoldSteps.halt(bank, HoldSteps.anyAccount())));
            digests.add(HoldSteps.handOver(steps.analyst, ids.get(i)));
        }
        Instant drafted = Instant.now();
        // the one that was drafted last is approved first
        HoldSteps.approve(steps.supervisor, ids.get(1), digests.get(1)).statusCode(200);
        HoldSteps.approve(steps.supervisor, ids.get(0), digests.get(0)).statusCode(200);
        HoldSteps.answer(officer, ids.get(0), "EXECUTED").statusCode(200);
        outbox.drain();
        String proposal = HoldSteps.post(steps.analyst, "/" + ids.get(0) + "/steps", HoldSteps.step("EXTENSION"))
                .extract()
                .path("desk.digest");
        Instant proposed = Instant.now();
        HoldSteps.approve(steps.supervisor, ids.get(0), proposal).statusCode(200);
        Response first = as(officer).get(HoldSteps.HOLDS + "?page_size=1");
        first.then().body("items.id", contains(ids.get(0)));
        String token = first.path("next_page_token");
        as(officer)
                .get(HoldSteps.HOLDS + "?page_size=1&page_token=" + token)
                .then()
                .body("items.id", contains(ids.get(1)));
        ByteBuffer cursor = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
        String told = String.join(
                "\n",
                first.asString(),
                new UUID(cursor.getLong(), cursor.getLong()).toString(),
                HoldSteps.read(officer, ids.get(0)).extract().asString(),
                as(officer).get("/api/v1/disclosures").asString(),
                as(officer).get("/api/v1/notifications").asString());
        List<Instant> early = times(told).stream()
                .filter(time -> time.isBefore(drafted.truncatedTo(ChronoUnit.MILLIS)))
                .toList();
        assertEquals(List.of(), early, told);
        assertEquals(4, UUID.fromString(ids.get(0)).version());
        // the version that extends it was begun before it was approved
        List<Object> versions = Database.queryAsSuperuser(
                "select id from hold_version where hold_id = ? and number = 2 and sealed_at >= ?",
                UUID.fromString(ids.get(0)),
                Timestamp.from(proposed));
        assertEquals(4, ((UUID) versions.get(0)).version());
    }

    @Test
    void anOriginThatTheReaderDoesNotSeeIsNotShown() {
        World world = new World();
        world.halt(List.of(origin("INTAKE", intakeOf(world.referral))));
        UUID hold = UUID.fromString(world.hold);
        Database.updateAsSuperuser(
                "insert into hold_origin (owner, hold_id, kind, object_id) values (?, ?, 'INTAKE', gen_random_uuid())",
                steps.fiu.id(),
                hold);
        HoldSteps.read(steps.supervisor, world.hold)
                .statusCode(200)
                .body("desk.origins.id", contains(intakeOf(world.referral).toString()));
        as(Institutions.bank().person(Role.INVESTIGATOR))
                .get(HoldSteps.HOLDS)
                .then()
                .body("items", empty());
        refused(
                world.bank.id(),
                Drafts.id(world.officer),
                "insert into hold_origin (owner, hold_id, kind, object_id) values (?, ?, 'INTAKE', gen_random_uuid())",
                steps.fiu.id(),
                hold);
        Desk.by(steps.analyst).get(HoldSteps.HOLDS).then().statusCode(200);
    }
}
