package org.simpul.participant;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Machine;
import org.simpul.testing.Person;
import org.simpul.testing.Races;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Systems that act for an institution. */
@QuarkusTest
class MachineClientTest extends HubTest {
    private static final String PATH = "/api/v1/machine-clients";

    private Institution bank;
    private Person admin;

    @BeforeEach
    void bank() {
        bank = Institutions.bank();
        admin = bank.person(Role.PARTICIPANT_ADMIN);
    }

    private static Map<String, Object> form(Object role, Object... keys) {
        return new HashMap<>(Map.of("name", "Core banking", "roles", List.of(role), "keys", Machine.keys(keys)));
    }

    private ValidatableResponse register(Object role, Object... keys) {
        return Machine.register(admin, form(role, keys));
    }

    private Response rotate(String id, String tag, Object... keys) {
        return as(admin).header("If-Match", tag).body(Machine.keys(keys)).put(PATH + "/" + id + "/keys");
    }

    private ValidatableResponse revoke(Person person, String id) {
        return as(person).post(PATH + "/" + id + "/revocations").then();
    }

    /** Whether the next run of the provisioner will tell Keycloak. */
    private static boolean isToBeProvisioned(String id) {
        return Database.queryAsSuperuser(
                        "select provisioned_revision < revision from machine_client where id = ?", UUID.fromString(id))
                .equals(List.of(true));
    }

    private static void markProvisioned(String id) {
        Database.updateAsSuperuser(
                "update machine_client set provisioned_revision = revision where id = ?", UUID.fromString(id));
    }

    @Test
    void aMachineIsRegisteredWithANameThatNoAliasCanHave() {
        ValidatableResponse created = register("investigator", Machine.rsaKey("k1"))
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/machine-clients/[0-9a-f-]{36}"))
                .header("ETag", equalTo("\"1\""))
                .body("client_id", matchesPattern(bank.alias() + "\\.[a-z0-9-]{16}"))
                .body("name", equalTo("Core banking"))
                .body("roles", contains("investigator"))
                .body("keys.keys.kid", contains("k1"))
                .body("keys.keys.alg", contains("PS256"))
                .body("last_used_at", nullValue())
                .body("revoked_at", nullValue());
        String id = created.extract().path("id");
        String read = as(admin)
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .extract()
                .asString();
        assertEquals(created.extract().asString(), read);
        as(admin).get(PATH).then().statusCode(200).body("items.id", contains(id));
        assertTrue(isToBeProvisioned(id));
        assertEquals(
                List.of("machine.registered"),
                Database.queryAsSuperuser(
                        "select act from audit_entry where object_id = ? and act = 'machine.registered'",
                        UUID.fromString(id)));
    }

    @Test
    void aMachineDraftsAReferralAndIsSeenToWork() {
        Machine machine = Machine.of(bank, Role.INVESTIGATOR);
        machine.asks()
                .body(ReferralSteps.complete())
                .post("/api/v1/referrals")
                .then()
                .statusCode(201);
        as(admin).get(PATH + "/" + machine.id()).then().body("last_used_at", notNullValue());
        assertEquals(
                List.of("referral.drafted " + machine.clientId()),
                Database.queryAsSuperuser(
                        "select act || ' ' || client from audit_entry where person_id = ? and act = 'referral.drafted'",
                        UUID.fromString(machine.id())));
    }

    @Test
    void whatIsRevokedIsOutOnTheNextRequestAndForGood() throws SQLException {
        Machine machine = Machine.of(bank, Role.INVESTIGATOR);
        machine.asks().get("/api/v1/me").then().statusCode(200);
        markProvisioned(machine.id());
        String first = revoke(admin, machine.id())
                .statusCode(200)
                .body("revoked_at", notNullValue())
                .header("ETag", equalTo("\"2\""))
                .extract()
                .path("revoked_at");
        machine.asks()
                .get("/api/v1/me")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/participant-not-active"));
        // again, and nothing happens
        revoke(admin, machine.id())
                .statusCode(200)
                .body("revoked_at", equalTo(first))
                .header("ETag", equalTo("\"2\""));
        assertTrue(isToBeProvisioned(machine.id()));
        rotate(machine.id(), "\"2\"", Machine.rsaKey("k2"))
                .then()
                .statusCode(409)
                .body("violations.code", contains("machine_revoked"));
        SQLException refused = assertThrows(
                SQLException.class,
                () -> Database.update(
                        bank.id(),
                        null,
                        "update machine_client set keys = '{\"keys\":[]}' where id = ?",
                        UUID.fromString(machine.id())));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void anotherInstitutionsMachineDoesNothingUnderOnesOwnName() {
        Machine machine = Machine.of(bank, Role.INVESTIGATOR);
        machine.at(Institutions.bank()).asks().get("/api/v1/me").then().statusCode(403);
        // nor does a person's client, or one that nobody registered
        new Machine("", "simpul-cli", bank.alias(), List.of("investigator"))
                .asks()
                .get("/api/v1/me")
                .then()
                .statusCode(403);
        new Machine("", bank.alias() + ".m-0000-0000-0000", bank.alias(), List.of("investigator"))
                .asks()
                .get("/api/v1/me")
                .then()
                .statusCode(403);
    }

    @Test
    void aRoleBeyondItsNarrowListSpoilsTheWholeToken() {
        Machine machine = Machine.of(Institutions.agency(), Role.LE_OFFICER);
        machine.asks().get("/api/v1/me").then().statusCode(200);
        for (String more : List.of("le-supervisor", "participant-admin", "fiu-analyst", "investigator")) {
            machine.with(List.of("le-officer", more))
                    .asks()
                    .get("/api/v1/me")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/role-not-allowed"));
        }
    }

    @Test
    void aRoleThatTheInstitutionHasLostCountsForItsMachinesNoMore() {
        Machine machine = Machine.of(bank, Role.INVESTIGATOR);
        machine.asks().get("/api/v1/me").then().statusCode(200);
        Database.updateAsSuperuser(
                "update participant set allowed_roles = '{participant-admin}' where id = ?", bank.id());
        machine.asks().get("/api/v1/me").then().statusCode(403).body("type", equalTo("/problems/role-not-allowed"));
        register("investigator", Machine.rsaKey("k1"))
                .statusCode(400)
                .body("violations.code", contains("role_not_allowed"));
    }

    @Test
    void noMachineMayDecideApproveOrAdminister() {
        for (String role : List.of("compliance-officer", "participant-admin")) {
            register(role, Machine.rsaKey("k1"))
                    .statusCode(400)
                    .body("violations.field", contains("roles[0]"))
                    .body("violations.code", contains("not_for_machines"));
        }
        register("le-officer", Machine.rsaKey("k1"))
                .statusCode(400)
                .body("violations.code", contains("role_not_allowed"));
        register("emperor", Machine.rsaKey("k1")).statusCode(400).body("violations.code", contains("unknown_value"));
        // and where the database has it otherwise, the hub does not follow
        Machine machine = Machine.of(bank, Role.INVESTIGATOR);
        Database.updateAsSuperuser(
                "update machine_client set roles = '{investigator,compliance-officer}' where id = ?",
                UUID.fromString(machine.id()));
        machine.with(List.of("compliance-officer"))
                .asks()
                .get("/api/v1/me")
                .then()
                .statusCode(403);
    }

    @Test
    void aMachineGetsNoDecisionAndNoStepUpWhateverItsTokenSays() {
        Machine machine = Machine.of(Institutions.agency(), Role.LE_OFFICER);
        long now = System.currentTimeMillis() / 1000;
        Map<String, Object> second = Map.of("acr", "2", "loa", Map.of("1", now - 30, "2", now - 30));
        machine.asks(second).get("/api/v1/me").then().statusCode(200).body("assurance", equalTo(1));
        Map<String, Object> decision = Map.of("decision", "APPROVE", "digest", "0".repeat(64));
        for (String object : List.of("typologies", "disseminations", "referrals")) {
            machine.asks(second)
                    .body(decision)
                    .post("/api/v1/" + object + "/" + UUID.randomUUID() + "/decisions")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/forbidden"));
        }
    }

    @Test
    void whatIsForNamedPersonsGoesToNoMachine() throws SQLException {
        Institution agency = Institutions.agency();
        Person officer = agency.person(Role.LE_OFFICER);
        UUID person = Drafts.id(officer);
        Machine machine = Machine.of(agency, Role.LE_OFFICER);
        String personOf = "select simpul_person_of(?, ?)";
        UUID fiu = Institutions.fiu().id();
        assertEquals(List.of(person), Database.query(fiu, null, personOf, agency.alias(), officer.login()));
        assertEquals(
                java.util.Collections.singletonList(null),
                Database.query(fiu, null, personOf, agency.alias(), machine.clientId()));
    }

    @Test
    void keysRotateByTwo() {
        ValidatableResponse created = register("investigator", Machine.rsaKey("old"));
        String id = created.extract().path("id");
        rotate(id, "\"1\"", Machine.rsaKey("old"), Machine.ecKey("new"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("keys.keys.kid", contains("old", "new"));
        rotate(id, "\"1\"", Machine.ecKey("new")).then().statusCode(412);
        rotate(id, "\"2\"", Machine.ecKey("new"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("keys.keys.kid", contains("new"));
        as(admin)
                .body(Machine.keys(Machine.ecKey("x")))
                .put(PATH + "/" + id + "/keys")
                .then()
                .statusCode(428);
        for (Object[] wrong : List.of(
                new Object[] {}, new Object[] {Machine.rsaKey("a"), Machine.rsaKey("b"), Machine.rsaKey("c")})) {
            rotate(id, "\"3\"", wrong)
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("keys"))
                    .body("violations.code", contains("one_or_two_keys"));
        }
    }

    /** The row is held until both have come as far as they get, so that neither is through before the other begins. */
    @Test
    void ofTwoRotationsAtOnceOneIsMade() throws Exception {
        String id = register("investigator", Machine.rsaKey("old")).extract().path("id");
        List<Response> answers = Races.during(
                "select from machine_client where id = ? for update",
                UUID.fromString(id),
                List.of(() -> rotate(id, "\"1\"", Machine.ecKey("a")), () -> rotate(id, "\"1\"", Machine.ecKey("b"))));
        assertEquals(
                List.of(200, 412),
                answers.stream().map(Response::statusCode).sorted().toList());
    }

    @Test
    void aPrivateKeyIsRefusedAndNeitherKeptNorToldBack() {
        Map<String, Object> pair = Machine.keyPair("mine");
        ValidatableResponse refused = register("investigator", pair)
                .statusCode(400)
                .body("violations.field", contains("keys.keys[0]"))
                .body("violations.code", contains("private_key"))
                .body("violations.message[0]", containsString("privat"));
        refused.body(not(containsString((String) pair.get("d"))));
        as(admin).get(PATH).then().body("items.size()", equalTo(0));
    }

    @Test
    void anotherInstitutionsMachineIsNotThere() {
        Machine machine = Machine.of(bank, Role.INVESTIGATOR);
        Person stranger = Institutions.bank().person(Role.PARTICIPANT_ADMIN);
        String absent =
                bytes(as(stranger).get(PATH + "/" + UUID.randomUUID()).then().statusCode(404));
        assertEquals(absent, bytes(as(stranger).get(PATH + "/" + machine.id()).then()));
        assertEquals(absent, bytes(revoke(stranger, machine.id())));
        as(stranger).get(PATH).then().body("items.size()", equalTo(0));
        machine.asks().get("/api/v1/me").then().statusCode(200);
    }

    private static String bytes(ValidatableResponse answer) {
        return answer.extract().asString().replace(answer.extract().header("Request-Id"), "");
    }

    @Test
    void lettingASystemInNeedsASecondFactorAndShuttingItOutDoesNot() {
        Machine machine = Machine.of(bank, Role.INVESTIGATOR);
        String token = Tokens.ofOneFactor(admin);
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(form("investigator", Machine.rsaKey("k1")))
                .post(PATH)
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/step-up-required"));
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(Machine.keys(Machine.ecKey("k2")))
                .put(PATH + "/" + machine.id() + "/keys")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(token)
                .post(PATH + "/" + machine.id() + "/revocations")
                .then()
                .statusCode(200);
    }

    @Test
    void theDatabaseAloneHidesThemAndGivesNobodyAnothersClientId() throws SQLException {
        Machine machine = Machine.of(bank, Role.INVESTIGATOR);
        Institution stranger = Institutions.bank();
        UUID id = UUID.fromString(machine.id());
        assertEquals(List.of(id), Database.query(bank.id(), null, "select id from machine_client where id = ?", id));
        assertEquals(List.of(), Database.query(stranger.id(), null, "select id from machine_client where id = ?", id));
        UUID person = Drafts.id(admin);
        for (String client : List.of("simpul-console", stranger.alias() + ".m-1", bank.alias() + "-m-1")) {
            SQLException refused = assertThrows(SQLException.class, () -> insert(person, client), client);
            assertEquals("42501", refused.getSQLState(), client);
        }
        assertEquals(1, insert(person, bank.alias() + ".m-1"));
    }

    private int insert(UUID id, String client) throws SQLException {
        return Database.update(
                bank.id(),
                null,
                """
                insert into machine_client (id, owner, client_id, name, roles, keys, created_by, created_at)
                values (?, ?, ?, 'x', '{}', '{}', ?, now())
                """,
                id,
                bank.id(),
                client,
                id);
    }
}
