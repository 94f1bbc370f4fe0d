package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
        byte[] known = officer(stranger)
                .body(phone(referral.phone))
                .post("/api/v1/searches")
                .asByteArray();
        byte[] unknown = officer(stranger)
                .body(phone(SubmittedReferral.anyPhone()))
                .post("/api/v1/searches")
                .asByteArray();
        assertEquals("{\"hits\":[]}", new String(unknown));
        assertEquals(new String(unknown), new String(known));
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
        byte[] nonce = (byte[]) Database.queryAsSuperuser(
                        "select nonce from audit_entry where request_id = ? and act = 'subject.searched'", request)
                .get(0);
        String asked = HexFormat.of()
                .formatHex(
                        digest.of("searched values", ("PHONE\n\n" + referral.phone).getBytes(StandardCharsets.UTF_8)));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(nonce, "HmacSHA256"));
        assertEquals(
                List.of(HexFormat.of().formatHex(mac.doFinal(("1 " + asked).getBytes(StandardCharsets.UTF_8)))),
                Database.queryAsSuperuser(
                        "select detail_digest from audit_entry where request_id = ? and act = 'subject.searched'",
                        request));
    }
}
