package org.simpul.bootstrap;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simpul.access.Role;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Person;
import org.simpul.typology.Typologies;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Sets the shared test database up: its FIU is the one of all tests, everybody else has a name of this test alone. */
@QuarkusTest
class BootstrapTest extends HubTest {
    private static final String FIU = entry("fiu", "Unit Intelijen Keuangan Nusantara", "FIU", "fiu-analyst")
            + "    people: [{login: fajar, role: fiu-analyst}]\n";

    @Inject
    Bootstrap bootstrap;

    @TempDir
    Path folder;

    private String mark;
    private String operator;
    private String bank;

    @BeforeEach
    void namesOfThisTest() {
        Institutions.fiu();
        Database.updateAsSuperuser("delete from founding where closed_at is not null");
        mark = UUID.randomUUID().toString().substring(0, 8);
        operator = entry("operator-" + mark, "Operator " + mark, "OPERATOR", "platform-operator");
        bank = entry("bank-" + mark, "Bank " + mark, "REPORTING_ENTITY", "investigator, compliance-officer");
    }

    private static String entry(String alias, String name, String kind, String roles) {
        return """
                - alias: %1$s
                  name: %2$s
                  kind: %3$s
                  sector: null
                  jurisdiction: ID
                  identity_provider: {protocol: OIDC, metadata_url: 'https://idp.test/%1$s', client_id: simpul, roles_claim: roles}
                  roles: [%4$s]
                """
                .formatted(alias, name, kind, roles)
                .indent(2);
    }

    private List<String> run(String... entries) throws IOException {
        Path file = folder.resolve("participants.yaml");
        Files.writeString(file, "participants:\n" + String.join("", entries));
        return bootstrap.run(file);
    }

    private String refusal(String... entries) {
        return assertThrows(BootstrapFailure.class, () -> run(entries)).getMessage();
    }

    private static List<Object> member(String alias) {
        return Database.queryAsSuperuser(
                """
                select concat_ws(' ', kind, status, jurisdiction, metadata_url, array_to_string(allowed_roles, ','))
                from participant p join identity_provider i on i.owner = p.id where alias = ?
                """,
                alias);
    }

    private static String idOf(String code) {
        return Database.queryAsSuperuser(
                        "select id from typology where owner = ? and code = ?",
                        Institutions.fiu().id(),
                        code)
                .get(0)
                .toString();
    }

    @Test
    void admitsTheFirstMembersAndLeavesTheirPeopleToOthers() throws IOException {
        List<String> told = run(operator, FIU, bank);
        assertEquals(
                "2 members admitted (operator-%1$s, bank-%1$s), 1 were there already.".formatted(mark), told.get(0));
        assertEquals(
                List.of("REPORTING_ENTITY ADMITTED ID https://idp.test/bank-%1$s compliance-officer,investigator"
                        .formatted(mark)),
                member("bank-" + mark));
        assertEquals(
                List.of("OPERATOR ADMITTED ID https://idp.test/operator-%1$s platform-operator".formatted(mark)),
                member("operator-" + mark));
    }

    @Test
    void eachAdmissionIsRecordedUnderTheOperator() throws IOException {
        run(operator, FIU, bank);
        assertEquals(
                List.of(
                        "bank-" + mark + " by system:bootstrap of operator-" + mark,
                        "operator-" + mark + " by system:bootstrap of operator-" + mark),
                Database.queryAsSuperuser(
                        """
                        select member.alias || ' by ' || a.actor || ' of ' || operator.alias from audit_entry a
                        join participant member on member.id = a.object_id
                        join participant operator on operator.id = a.participant_id
                        where a.act = 'participant.admitted' and member.alias in (?, ?) order by 1
                        """,
                        "operator-" + mark,
                        "bank-" + mark));
    }

    @Test
    void draftsTheLibraryForTheFiuWithoutAnAuthor() throws IOException {
        run(operator, FIU);
        UUID fiu = Institutions.fiu().id();
        assertEquals(
                List.of(12L),
                Database.queryAsSuperuser(
                        "select count(*) from typology where owner = ? and code ~ '^T(0[1-9]|1[0-2])$'", fiu));
        assertEquals(
                List.of(59L),
                Database.queryAsSuperuser(
                        """
                        select count(*) from red_flag f join typology_version v on v.id = f.version_id
                        where v.owner = ? and v.number = 1 and v.code ~ '^T(0[1-9]|1[0-2])$'
                        """,
                        fiu));
        as(Institutions.fiu().person(Role.FIU_ANALYST))
                .get("/api/v1/typologies/" + idOf("T01"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("workings.author", nullValue())
                .body("workings.written_by.size()", equalTo(0))
                .body("content.red_flags.find { it.code == 'RF-005' }.provenance.date", nullValue())
                .body("content.red_flags.find { it.code == 'RF-001' }.provenance.date", equalTo("2025-03"));
        as(Institutions.bank().person(Role.INVESTIGATOR))
                .get("/api/v1/typologies/" + idOf("T01"))
                .then()
                .statusCode(404);
    }

    @Test
    void eachOfPpatksFourPatternsIsCitedInAReferral() throws IOException {
        run(operator, FIU, bank);
        String id = idOf("P01").toString();
        Typologies.publish(id, Map.of("communities", List.of("REPORTING_ENTITY"), "participants", List.of()));
        Person banker = Institutions.bank().person(Role.INVESTIGATOR);
        List<String> patterns = List.of("PPATK-1", "PPATK-2", "PPATK-3", "PPATK-4");
        ValidatableResponse read = as(banker)
                .get("/api/v1/typologies/" + id)
                .then()
                .statusCode(200)
                .body("checked.count", equalTo(Map.of("SECONDARY", 4)))
                .body("checked.not_verified.SECONDARY", equalTo(patterns));
        String version = read.extract().path("version_id");
        ValidatableResponse draft = as(banker)
                .body(ReferralSteps.complete())
                .post("/api/v1/referrals")
                .then()
                .statusCode(201);
        as(banker)
                .header("If-Match", draft.extract().header("ETag"))
                .body(Map.of(
                        "red_flags",
                        patterns.stream()
                                .map(code -> Map.of("typology_version_id", version, "red_flag_code", code))
                                .toList()))
                .put("/api/v1/referrals/" + draft.extract().path("id") + "/red-flags")
                .then()
                .statusCode(200);
    }

    @Test
    void aSecondRunChangesNothingAndSaysSo() throws IOException {
        run(operator, FIU, bank);
        List<Object> before = rows();
        assertEquals(
                List.of("Nothing to do: all 3 members and 13 typologies are there already."), run(operator, FIU, bank));
        assertEquals(before, rows());
    }

    private List<Object> rows() {
        return Database.queryAsSuperuser(
                """
                select row_to_json(p)::text from participant p where p.alias like '%' || ?
                union all select row_to_json(t)::text from typology t where t.code ~ '^T(0[1-9]|1[0-2])$'
                union all select row_to_json(v)::text from typology_version v where v.code ~ '^T(0[1-9]|1[0-2])$'
                order by 1
                """,
                mark);
    }

    @Test
    void anAliasThatIsAnotherMembersStopsItAndNobodyIsAdmitted() throws IOException {
        run(operator, FIU, bank);
        String newcomer = entry("new-" + mark, "New " + mark, "PARTNER", "partner-analyst");
        String message = refusal(
                operator, FIU, newcomer, entry("bank-" + mark, "Bank " + mark, "LAW_ENFORCEMENT", "le-officer"));
        assertTrue(message.startsWith("Nothing was set up:"), message);
        assertTrue(message.contains("participants[3].kind: A member with this alias"), message);
        message = refusal(operator, FIU, newcomer, bank.replace("name: Bank", "name: Credit"));
        assertTrue(message.contains("participants[3].name: A member with this alias"), message);
        message = refusal(operator, FIU, newcomer, bank.replace("alias: bank", "alias: other"));
        assertTrue(message.contains("participants[3].name: Another member or applicant has this"), message);
        assertEquals(List.of(), member("new-" + mark));
    }

    @Test
    void whoComesAfterTheFoundingIsAdmittedByTwoPersons() throws IOException {
        run(operator, FIU);
        String message = refusal(operator, FIU, bank);
        assertTrue(message.contains("participants: The hub has its first members"), message);
        assertEquals(List.of(), member("bank-" + mark));
    }

    @Test
    void aHubHasOneFiuAndAnOperator() {
        String message = refusal(operator, entry("fiu-" + mark, "Fiu " + mark, "FIU", "fiu-analyst"));
        assertTrue(message.contains("participants[1].kind: Name one participant of the kind FIU"), message);
        message = refusal(operator, bank);
        assertTrue(message.contains("participants: Name one participant of the kind FIU"), message);
        assertEquals("The file names no participant of the kind OPERATOR.", refusal(FIU));
        assertEquals(List.of(), member("operator-" + mark));
    }

    @Test
    void aRoleOfAnotherKindIsRefused() {
        String message = refusal(operator, FIU, bank.replace("[investigator", "[fiu-supervisor"));
        assertTrue(message.contains("participants[2].roles: Choose roles that are made for this kind"), message);
        message = refusal(operator, FIU, bank.replace("[investigator", "[king"));
        assertEquals("There is no role 'king' (under bank-" + mark + ").", message);
    }

    @Test
    void aFileThatIsNotAsItShouldBeIsToldByItsFields() {
        String message = refusal(operator.replace("jurisdiction: ID", "jurisdiction: Indonesia"), FIU);
        assertTrue(message.contains("participants[0].jurisdiction"), message);
        message = refusal(operator.replace("kind: OPERATOR", "kind: KING"), FIU);
        assertTrue(message.contains("(line 4)"), message);
        Path absent = folder.resolve("absent.yaml");
        assertEquals(
                "The file " + absent + " can't be read.",
                assertThrows(BootstrapFailure.class, () -> bootstrap.run(absent))
                        .getMessage());
    }

    @Test
    void anAnalystHandsOverADraftOfTheLibraryAndTheSupervisorPublishesIt() throws IOException {
        run(operator, FIU, bank);
        Typologies.publish(
                idOf("T12").toString(), Map.of("communities", List.of("REPORTING_ENTITY"), "participants", List.of()));
        as(Institutions.bank().person(Role.INVESTIGATOR))
                .get("/api/v1/typologies?page_size=200")
                .then()
                .body("items.code", hasItem("T12"));
    }
}
