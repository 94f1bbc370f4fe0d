package org.simpul.participant;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Circles that the FIU keeps, and who is inside. */
@QuarkusTest
class WorkingGroupTest extends HubTest {
    private static final String PATH = "/api/v1/working-groups";

    private Person supervisor;
    private Institution bank;
    private Person banker;
    private Institution agency;
    private Person officer;

    @BeforeEach
    void people() {
        supervisor = Institutions.fiu().person(Role.FIU_SUPERVISOR);
        bank = Institutions.bank();
        banker = bank.person(Role.INVESTIGATOR);
        agency = Institutions.agency();
        officer = agency.person(Role.LE_OFFICER);
    }

    private ValidatableResponse create(String name) {
        return as(supervisor)
                .body(Map.of("name", name, "purpose", "Payments behind abuse"))
                .post(PATH)
                .then();
    }

    private String created() {
        return create("Group " + UUID.randomUUID()).statusCode(201).extract().path("id");
    }

    private ValidatableResponse join(String group, Institution institution) {
        return join(group, "{\"participant\":\"%s\"}".formatted(institution.alias()));
    }

    private ValidatableResponse join(String group, Institution institution, Instant at) {
        return join(group, "{\"participant\":\"%s\",\"joined_at\":\"%s\"}".formatted(institution.alias(), at));
    }

    private ValidatableResponse join(String group, String body) {
        return as(supervisor).body(body).post(PATH + "/" + group + "/members").then();
    }

    private ValidatableResponse leave(String group, Object participant) {
        return as(supervisor)
                .post(PATH + "/" + group + "/members/" + participant + "/departures")
                .then();
    }

    private static ValidatableResponse read(Person person, String group) {
        return as(person).get(PATH + "/" + group).then();
    }

    private static String bytes(ValidatableResponse answer) {
        return answer.extract().asString().replace(answer.extract().header("Request-Id"), "");
    }

    @Test
    void theFiuOpensAGroupThatIsEmptyAtFirst() {
        String name = "Group " + UUID.randomUUID();
        String id = create(name)
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/working-groups/[0-9a-f-]{36}"))
                .body("name", equalTo(name))
                .body("members.size()", equalTo(0))
                .body("others.size()", equalTo(0))
                .extract()
                .path("id");
        create(name).statusCode(409).body("violations.code", contains("group_name_taken"));
        as(supervisor).get(PATH).then().statusCode(200).body("items.id", hasItem(id));
        read(Institutions.fiu().person(Role.FIU_ANALYST), id).statusCode(200);
    }

    @Test
    void thoseInsideSeeWhoElseIsInsideNowAndNothingOfThePast() {
        String group = created();
        Institution former = Institutions.bank();
        join(group, former).statusCode(200);
        leave(group, former.id()).statusCode(200);
        join(group, bank).statusCode(200);
        join(group, agency)
                .statusCode(200)
                .body("members.alias", contains(bank.alias(), agency.alias()))
                .body("others.alias", contains(former.alias()))
                .body("others[0].left_at", notNullValue());
        for (Person inside : List.of(banker, officer)) {
            read(inside, group)
                    .statusCode(200)
                    .body("members.alias", contains(bank.alias(), agency.alias()))
                    .body("others", nullValue());
            as(inside).get(PATH).then().body("items.id", contains(group));
        }
    }

    @Test
    void forThoseOutsideAGroupIsNotThereBeforeTheyJoinAndAfterTheyLeft() {
        String group = created();
        join(group, agency).statusCode(200);
        String absent = bytes(read(banker, UUID.randomUUID().toString()).statusCode(404));
        assertEquals(absent, bytes(read(banker, group)));
        join(group, bank).statusCode(200);
        read(banker, group).statusCode(200);
        leave(group, bank.id()).statusCode(200);
        assertEquals(absent, bytes(read(banker, group)));
        as(banker).get(PATH).then().statusCode(200).body("items.size()", equalTo(0));
        read(officer, group).body("members.alias", contains(agency.alias()));
    }

    @Test
    void whoIsToJoinLaterIsOutsideUntilThen() {
        String group = created();
        join(group, bank, Instant.now().plus(1, ChronoUnit.HOURS))
                .statusCode(200)
                .body("members.size()", equalTo(0))
                .body("others.alias", contains(bank.alias()));
        read(banker, group).statusCode(404);
        join(group, bank).statusCode(409).body("violations.code", contains("member_already"));
        leave(group, bank.id()).statusCode(200);
        join(group, bank, Instant.now().minus(1, ChronoUnit.HOURS))
                .statusCode(400)
                .body("violations.code", contains("before_it_left"));
    }

    @Test
    void anInstitutionIsInsideOnceAtATimeAndMayComeBack() {
        String group = created();
        join(group, bank, Instant.now().minus(2, ChronoUnit.DAYS))
                .statusCode(200)
                .body("members.size()", equalTo(1));
        join(group, bank).statusCode(409).body("violations.code", contains("member_already"));
        leave(group, bank.id()).statusCode(200);
        leave(group, bank.id()).statusCode(409).body("violations.code", contains("no_member_now"));
        join(group, bank)
                .statusCode(200)
                .body("members.alias", contains(bank.alias()))
                .body("others.alias", contains(bank.alias()));
        leave(group, agency.id()).statusCode(404);
        leave(group, UUID.randomUUID()).statusCode(404);
    }

    @Test
    void onlyAdmittedMembersAreTakenInAndNeverTheOwnerItself() {
        String group = created();
        Institutions.setStatus(bank, "SUSPENDED");
        for (String alias : List.of("nobody-here", bank.alias())) {
            join(group, "{\"participant\":\"%s\"}".formatted(alias))
                    .statusCode(400)
                    .body("violations.code", contains("unknown_recipient"));
        }
        join(group, Institutions.fiu()).statusCode(400).body("violations.code", contains("owner_is_no_member"));
        join(group, "{\"participant\":\"%s\",\"joined_at\":\"9999-01-01T00:00:00Z\"}".formatted(agency.alias()))
                .statusCode(400)
                .body("violations.code", contains("implausible_date"));
    }

    @Test
    void onlyTheFiusSupervisorKeepsGroups() {
        String group = created();
        join(group, bank).statusCode(200);
        for (Person person : List.of(banker, officer, Institutions.fiu().person(Role.FIU_ANALYST))) {
            as(person)
                    .body("{\"name\":\"Mine\",\"purpose\":\"Mine\"}")
                    .post(PATH)
                    .then()
                    .statusCode(403);
            as(person)
                    .body("{\"participant\":\"%s\"}".formatted(agency.alias()))
                    .post(PATH + "/" + group + "/members")
                    .then()
                    .statusCode(403);
            as(person)
                    .post(PATH + "/" + group + "/members/" + bank.id() + "/departures")
                    .then()
                    .statusCode(403);
        }
        as(bank.person(Role.PARTICIPANT_ADMIN)).get(PATH).then().statusCode(403);
    }

    @Test
    void eachStepIsRecorded() {
        String group = created();
        join(group, bank).statusCode(200);
        leave(group, bank.id()).statusCode(200);
        read(supervisor, group).statusCode(200);
        assertEquals(
                List.of("group.created", "group.joined", "group.left", "group.read"),
                Database.queryAsSuperuser(
                        "select act from audit_entry where object_id = ? order by id", UUID.fromString(group)));
    }

    @Test
    void theDatabaseAloneHidesGroupsFromThoseOutsideAndKeepsTheHistory() throws SQLException {
        UUID group = UUID.fromString(created());
        join(group.toString(), agency).statusCode(200);
        join(group.toString(), bank).statusCode(200);
        String groups = "select id from working_group where id = ?";
        String members = "select participant_id from working_group_member where group_id = ? order by joined_at";
        assertEquals(List.of(group), Database.query(bank.id(), null, groups, group));
        assertEquals(List.of(agency.id(), bank.id()), Database.query(bank.id(), null, members, group));
        leave(group.toString(), bank.id()).statusCode(200);
        assertEquals(List.of(), Database.query(bank.id(), null, groups, group));
        // its own stay it knows, and nobody else's
        assertEquals(List.of(bank.id()), Database.query(bank.id(), null, members, group));
        Institution stranger = Institutions.bank();
        assertEquals(List.of(), Database.query(stranger.id(), null, groups, group));
        assertEquals(List.of(), Database.query(stranger.id(), null, members, group));
        UUID fiu = Institutions.fiu().id();
        assertEquals(
                0,
                Database.update(
                        fiu,
                        null,
                        "update working_group_member set left_at = null where group_id = ? and participant_id = ?",
                        group,
                        bank.id()),
                "a stay that has ended stays ended");
        refused(fiu, "delete from working_group_member where group_id = ?", group);
        refused(
                bank.id(),
                "insert into working_group_member (owner, group_id, participant_id, joined_at) values (?, ?, ?, now())",
                fiu,
                group,
                bank.id());
    }

    private static void refused(UUID as, String sql, Object... values) {
        SQLException refused = assertThrows(SQLException.class, () -> Database.update(as, null, sql, values), sql);
        assertEquals("42501", refused.getSQLState(), sql);
    }
}
