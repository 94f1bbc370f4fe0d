package org.simpul.retention;

import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.LegalHolds;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;

/** The steps of retention in a test: who takes them, and what lies in the past. */
final class RetentionSteps extends HubTest {
    static final String SCHEDULES = "/api/v1/retention-schedules";
    static final String PURGES = "/api/v1/purges";
    static final String HOLDS = LegalHolds.PATH;

    final Institution fiu = Institutions.fiu();
    final Person analyst = fiu.person(Role.FIU_ANALYST);
    final Person supervisor = fiu.person(Role.FIU_SUPERVISOR);
    final Person overseer = Institutions.admit(ParticipantKind.SUPERVISOR).person(Role.OVERSIGHT_AUDITOR);
    final Person operator = Institutions.admit(ParticipantKind.OPERATOR).person(Role.PLATFORM_OPERATOR);

    static Map<String, Object> schedule(LocalDate from, int months, String... classes) {
        List<Map<String, Object>> periods = new ArrayList<>();
        for (String one : classes) {
            periods.add(Map.of("record_class", one, "months", months, "law_reference", "Pasal 1"));
        }
        return Map.of("in_force_from", from.toString(), "periods", periods);
    }

    ValidatableResponse propose(Map<String, Object> schedule) {
        return as(supervisor).body(schedule).post(SCHEDULES).then();
    }

    /** Every class for 60 months, from today on. */
    String inForce() {
        String id = propose(schedule(
                        LocalDate.now(),
                        60,
                        "LEAD",
                        "REFERRAL",
                        "INTAKE",
                        "CASE",
                        "DISSEMINATION",
                        "HOLD",
                        "RFI",
                        "INTEREST",
                        "SEARCH",
                        "POINTER_SEARCH",
                        "MATTER",
                        "NOTIFICATION",
                        "LIST_ENTRY",
                        "LIST_IMPORT",
                        "SIGHTING"))
                .statusCode(201)
                .extract()
                .path("id");
        act(overseer, SCHEDULES + "/" + id, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(200);
        act(operator, SCHEDULES + "/" + id, "/installations", Map.of()).statusCode(200);
        return id;
    }

    /** Names the digest that is there now. */
    ValidatableResponse act(Person who, String path, String step, Map<String, ?> command) {
        Map<String, Object> named = new HashMap<>(command);
        named.put(
                "digest",
                as(supervisor).get(path).then().statusCode(200).extract().path("digest"));
        return as(who).body(named).post(path + step).then();
    }

    String counted() {
        return as(supervisor).post(PURGES).then().statusCode(201).extract().path("id");
    }

    /** Counted, ordered and approved; the job has not begun. */
    String approved() {
        String id = counted();
        act(supervisor, PURGES + "/" + id, "/orders", Map.of()).statusCode(200);
        act(overseer, PURGES + "/" + id, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(200);
        return id;
    }

    ValidatableResponse purged(PurgeClock clock) {
        String id = approved();
        clock.look();
        return read(id).body("status", org.hamcrest.Matchers.equalTo("FINISHED"));
    }

    ValidatableResponse read(String purge) {
        return as(supervisor).get(PURGES + "/" + purge).then().statusCode(200);
    }

    String drafted(String kind, Object object) {
        return as(analyst)
                .body(LegalHolds.form(kind, object, LocalDate.now().plusMonths(6)))
                .post(HOLDS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    String held(String kind, Object object) {
        String id = drafted(kind, object);
        act(supervisor, HOLDS + "/" + id, "/decisions", Map.of("decision", "APPROVE"))
                .statusCode(200);
        return id;
    }

    /** As it would be years later: past the walls and triggers that keep others from writing so. */
    static int past(String sql, Object... values) {
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement();
                PreparedStatement update = connection.prepareStatement(sql)) {
            statement.execute("set session_replication_role = replica");
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leads of a partner that came in so many months ago, each with an identifier and what shows it to the FIU. */
    static void leads(UUID partner, int count, int monthsAgo) {
        past(
                """
                with made as (insert into lead (id, owner, source, observed_on, child_at_risk, submitted_by, received_at,
                    sealed_at)
                  select uuidv7(), ?, 'HOTLINE', current_date, false, gen_random_uuid(), now() - make_interval(months => ?),
                    now() from generate_series(1, ?) returning id, owner),
                valued as (insert into lead_identifier (id, owner, version_id, type, scope, value)
                  select uuidv7(), owner, id, 'BANK_ACCOUNT', 'ID:014', 'P' || id from made),
                given as (insert into disclosure (id, object_kind, object_id, object_owner, from_participant,
                    to_participant, purpose, legal_basis, tlp, pap, disclosed_by, disclosed_at)
                  select uuidv7(), 'LEAD', id, owner, owner, (select id from participant where kind = 'FIU'),
                    'LOCATE_AND_PROTECT', 'UU_8_2010_ART_90', 'TLP:AMBER', 'PAP:RED', gen_random_uuid(), now() from made
                  returning id, object_id, from_participant, to_participant)
                insert into reach (audience, object_kind, object_id, disclosure_id, from_participant)
                select to_participant, 'LEAD', object_id, id, from_participant from given
                """,
                partner,
                monthsAgo,
                count);
    }
}
