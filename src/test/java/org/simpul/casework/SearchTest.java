package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.safeguard.KeyedDigest;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.PostgresResource;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.matter;
import static org.simpul.casework.Desk.under;

@QuarkusTest
class SearchTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    @Inject
    KeyedDigest digest;

    private static final String NAME = "Suspected Facilitator";

    private final Desk desk = new Desk();
    private SubmittedReferral referral;
    private Institution agency;
    private String dissemination;

    @BeforeEach
    void disseminate() {
        agency = Institutions.agency();
        referral = SubmittedReferral.of(Institutions.bank(), "P1", SubmittedReferral.anyPhone());
        outbox.drain();
        dissemination = desk.disseminated(referral, agency);
    }

    private RequestSpecification officer(Institution agency) {
        return under(matter(agency), agency.person(Role.LE_OFFICER));
    }

    private static Map<String, Object> phone(String value) {
        return Map.of("identifier", Map.of("type", "PHONE", "value", value));
    }

    @Test
    void anAgencyFindsWhatWasDisclosedToItHoweverItIsTyped() {
        for (String typed : List.of(referral.phone, referral.phone.replace("+62", "0"))) {
            officer(agency)
                    .body(phone(typed))
                    .post("/api/v1/searches")
                    .then()
                    .statusCode(200)
                    .body("hits.size()", equalTo(1))
                    .body("hits[0].dissemination_id", equalTo(dissemination))
                    .body("hits[0].handling.tlp", equalTo("TLP:AMBER+STRICT"))
                    .body("hits[0].matched", equalTo(List.of("IDENTIFIER", "PAYER")));
        }
    }

    @Test
    void anotherAgencyGetsTheBytesOfWhatNobodyKnows() {
        Institution stranger = Institutions.agency();
        for (List<Map<String, Object>> pair : List.of(
                List.of(phone(referral.phone), phone(SubmittedReferral.anyPhone())),
                List.of(Map.<String, Object>of("name", NAME), Map.<String, Object>of("name", "Nobody Atall")))) {
            String known = masked(officer(stranger).body(pair.get(0)).post("/api/v1/searches"));
            String unknown = masked(officer(stranger).body(pair.get(1)).post("/api/v1/searches"));
            assertEquals("{\"search_id\":\"<id>\",\"hits\":[],\"pointer\":null}", unknown);
            assertEquals(unknown, known);
        }
    }

    private static String masked(Response answer) {
        return answer.asString().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>");
    }

    @Test
    void anAgencyFindsANameHoweverItIsWrittenInWhatWasDisclosedToIt() {
        for (String typed : List.of(NAME, "Facillitator, Haji Suspectid", "FACILITATOR  SUSPECTED")) {
            officer(agency)
                    .body(Map.of("name", typed))
                    .post("/api/v1/searches")
                    .then()
                    .statusCode(200)
                    .body("hits.dissemination_id", equalTo(List.of(dissemination)))
                    .body("hits[0].matched", equalTo(List.of("NAME")))
                    .body("hits[0].likeness", greaterThanOrEqualTo(85))
                    .body("pointer", nullValue());
        }
        officer(agency)
                .body(Map.of("name", "Suspected Somebody"))
                .post("/api/v1/searches")
                .then()
                .statusCode(200)
                .body("hits", equalTo(List.of()));
        by(desk.analyst)
                .body(Map.of("name", NAME))
                .post("/api/v1/searches")
                .then()
                .statusCode(200)
                .body("hits.dissemination_id", hasItem(dissemination));
    }

    @Test
    void whoeverIsProtectedLaterIsFoundByNoNameAnyMore() {
        UUID version = UUID.fromString(dissemination);
        Database.updateAsSuperuser(
                """
                insert into dissemination_mask (id, owner, version_id, row_id, part, reference)
                select gen_random_uuid(), owner, version_id, id, 'SUBJECT', 'S-1' from dissemination_subject
                where version_id = ? and name is not null
                """,
                version);
        officer(agency)
                .body(Map.of("name", NAME))
                .post("/api/v1/searches")
                .then()
                .statusCode(200)
                .body("hits", equalTo(List.of()));
    }

    @Test
    void keysOfNamesAreWrittenWithTheVersionAndStandBehindItsWall() throws SQLException {
        UUID version = UUID.fromString(dissemination);
        String keys = "select key from dissemination_name_key where version_id = ?";
        assertEquals(1, Database.query(agency.id(), null, keys, version).size());
        assertEquals(List.of(), Database.query(Institutions.agency().id(), null, keys, version));
        assertEquals(List.of(), Database.query(referral.bank.id(), null, keys, version));
        SQLException refused = assertThrows(
                SQLException.class,
                () -> Database.update(
                        Institutions.fiu().id(),
                        null,
                        "insert into dissemination_name_key select owner, version_id, subject_id, 'x' from"
                                + " dissemination_name_key where version_id = ?",
                        version));
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void aSearchIsByOneValue() {
        Map<String, Object> both = new HashMap<>(phone(referral.phone));
        both.put("name", NAME);
        for (Map<String, Object> question : List.of(both, Map.<String, Object>of())) {
            officer(agency)
                    .body(question)
                    .post("/api/v1/searches")
                    .then()
                    .statusCode(400)
                    .body("violations[0].code", equalTo("search_by_one"));
        }
        officer(agency)
                .body(Map.of("name", "12 34"))
                .post("/api/v1/searches")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("name"));
    }

    @Test
    void aRecalledDisseminationIsNoLongerFound() {
        Database.updateAsSuperuser(
                "update disclosure set recalled_at = now() where object_id = ?", UUID.fromString(dissemination));
        officer(agency)
                .body(phone(referral.phone))
                .post("/api/v1/searches")
                .then()
                .statusCode(200)
                .body("hits", equalTo(List.of()));
    }

    @Test
    void theFiuSearchesItsOwnUnderAPurpose() {
        by(desk.analyst)
                .body(phone(referral.phone))
                .post("/api/v1/searches")
                .then()
                .statusCode(200)
                .body("hits.dissemination_id", equalTo(List.of(dissemination)));
        as(desk.analyst)
                .body(phone(referral.phone))
                .post("/api/v1/searches")
                .then()
                .statusCode(400);
    }

    @Test
    void withoutALiveMatterNothingIsSearched() {
        by(agency.person(Role.LE_OFFICER))
                .body(phone(referral.phone))
                .post("/api/v1/searches")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/matter-not-live"));
    }

    @Test
    void aReportingEntityHasNoSearchWhateverItAsks() {
        for (Object question : List.of(phone(referral.phone), phone("not a phone"), Map.of())) {
            by(referral.bank.person(Role.COMPLIANCE_OFFICER))
                    .body(question)
                    .post("/api/v1/searches")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aValueWithoutACanonicalFormIsNamedByItsFieldAndNotRepeated() {
        officer(agency)
                .body(phone("12-elephants"))
                .post("/api/v1/searches")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("identifier.value"))
                .body(not(containsString("elephants")));
        officer(agency)
                .body(Map.of("identifier", Map.of("type", "BANK_ACCOUNT", "value", "1234567890")))
                .post("/api/v1/searches")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("identifier.scope"))
                .body("violations[0].code", equalTo("identifier_scope_required"));
    }

    @Test
    void noIndexLeadsFromAValueToWhatIsHidden() {
        assertEquals(
                List.of(),
                Database.queryAsSuperuser(
                        """
                        select i.indexrelid::regclass::text from pg_index i
                        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                        where i.indrelid::regclass::text like 'dissemination%' and a.attname like '%value'
                        """));
    }

    @Test
    void aSearchLooksFirstForWhatReachesTheCallerAndThenForTheValue() throws SQLException {
        for (String search : List.of(
                DisseminationRepository.HOLDING, DisseminationRepository.PAYING, DisseminationRepository.PAID)) {
            String plan = plan(search.replace(":versions", "array['" + dissemination + "'::uuid]")
                    .replace(":value", "'" + referral.phone + "'")
                    .replace(":type", "'PHONE'")
                    .replace(":scope", "''"));
            assertTrue(plan.matches("(?s).*on dissemination_\\w+ [it] [^>]*Index Cond: \\(+version_id = .*"), plan);
        }
    }

    /** As the agency's statement is planned in a large database, under row-level security. */
    private String plan(String search) throws SQLException {
        try (Connection connection = PostgresResource.superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role simpul_app");
            statement.execute("select simpul_enter('" + agency.id() + "', null)");
            statement.execute("set local enable_seqscan = off");
            statement.execute("set local enable_bitmapscan = off");
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery("explain " + search)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    @Test
    void theAuditCanProveWhatWasAskedToWhoHasTheKeyAlone() throws Exception {
        String request = officer(agency)
                .body(phone(referral.phone))
                .post("/api/v1/searches")
                .then()
                .statusCode(200)
                .extract()
                .header("Request-Id");
        byte[] key = (byte[]) Database.queryAsSuperuser(
                        "select detail_key from audit_entry where request_id = ? and act = 'subject.searched'", request)
                .get(0);
        String asked = HexFormat.of()
                .formatHex(
                        digest.of("searched values", ("PHONE\n\n" + referral.phone).getBytes(StandardCharsets.UTF_8)));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        assertEquals(
                List.of(HexFormat.of().formatHex(mac.doFinal(("1 " + asked).getBytes(StandardCharsets.UTF_8)))),
                Database.queryAsSuperuser(
                        "select detail_digest from audit_entry where request_id = ? and act = 'subject.searched'",
                        request));
    }
}
