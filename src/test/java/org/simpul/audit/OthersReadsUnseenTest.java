package org.simpul.audit;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.PostgresResource;
import org.simpul.testing.Tokens;
import org.simpul.testing.Wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whoever reads a referral, and however often: what its submitter reads in the audit is the same, byte for byte. */
@QuarkusTest
class OthersReadsUnseenTest extends HubTest {
    private static final String ENTRIES = "/api/v1/audit-entries";
    private static final String EXPORTS = "/api/v1/audit-exports";
    private static final UUID HIGHEST = new UUID(-1L, -1L);

    @Inject
    OutboxDispatcher outbox;

    private final Institution bank = Institutions.bank();
    private final Person overseer = bank.person(Role.PARTICIPANT_OVERSEER);

    @Test
    void noAnswerOfTheSubmittersAuditMovesWithWhoReadsItsReferral() {
        Instant beginning = Instant.now().minusSeconds(1800);
        ReferralSteps referral = ReferralSteps.draft(bank).filled("3500000001").submit();
        outbox.drain();
        UUID investigator = Drafts.id(referral.investigator());
        Drafts.id(overseer);
        Instant end = Instant.now();
        List<String> paths = paths(referral.id(), investigator, beginning, end);
        Map<String, String> before = answers(paths);
        assertTrue(before.get(paths.get(0)).contains("referral.submitted"), before.get(paths.get(0)));
        before.forEach((path, answer) ->
                assertTrue(!path.startsWith(EXPORTS + "/own-people") || answer.contains("referral.submitted"), answer));
        assertEquals(before, answers(paths));

        othersRead(referral.id(), beginning);
        assertEquals(before, answers(paths));

        // the control: what its own people do is seen
        referral.read().then().statusCode(200);
        assertNotEquals(before, answers(paths));
    }

    private void othersRead(UUID referral, Instant beginning) {
        Desk desk = new Desk();
        UUID intake = (UUID) Drafts.value("select id from intake where referral_id = ?", referral);
        desk.accepted(intake);
        Desk.by(desk.analyst).get("/api/v1/intakes/" + intake + "/links").then().statusCode(200);
        desk.caseOf(intake);
        outbox.drain();
        UUID analyst = Drafts.id(desk.analyst);
        Institution agency = Institutions.agency();
        UUID officer = Drafts.id(agency.person(Role.LE_OFFICER));
        Institution another = Institutions.bank();
        UUID stranger = Drafts.id(another.person(Role.INVESTIGATOR));
        for (int i = 0; i < 60; i++) {
            Instant at = beginning.plusSeconds(30L * i);
            new Entries(Institutions.fiu(), analyst)
                    .on("REFERRAL", referral, bank.id())
                    .act("referral.version-read")
                    .writeAt(at);
            new Entries(agency, officer).on("REFERRAL", referral, bank.id()).writeAt(at);
            new Entries(another, stranger).on("REFERRAL", referral, null).writeAt(at);
            new Entries(bank, null).on("REFERRAL", referral, bank.id()).writeAt(at);
        }
    }

    private List<String> paths(UUID referral, UUID investigator, Instant beginning, Instant end) {
        List<String> paths = new ArrayList<>();
        for (String filter : List.of(
                "object_id=" + referral,
                "person_id=" + investigator,
                "act=referral.submitted",
                "act=referral.read",
                "act=referral.version-read",
                "from=" + beginning + "&to=" + end + "&outcome=DENIED",
                "case_reference=LP-1",
                "person_id=" + Drafts.id(new Desk().analyst),
                "from=" + beginning + "&to=" + end,
                "from=" + beginning + "&to=" + end + "&purpose=FILING",
                "from=" + beginning + "&to=" + end + "&outcome=ALLOWED&object_id=" + referral)) {
            paths.add(ENTRIES + "/own-people?" + filter);
            paths.add(ENTRIES + "/own-people?page_size=1&" + filter);
            paths.add(ENTRIES + "/own-objects?" + filter);
        }
        for (String format : List.of("CSV", "LINES")) {
            paths.add(EXPORTS + "/own-people?from=" + beginning + "&to=" + end + "&format=" + format);
            paths.add(EXPORTS + "/own-people?from=" + beginning + "&object_id=" + referral + "&format=" + format);
            paths.add(EXPORTS + "/own-objects?from=" + beginning + "&object_id=" + referral + "&format=" + format);
        }
        return paths;
    }

    /** Each path, and where it has pages all of them, as far as they are not of this one asking. */
    private Map<String, String> answers(List<String> paths) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : paths) {
            StringBuilder all = new StringBuilder();
            String next = path;
            while (!next.isEmpty()) {
                Wire.Reply reply = Wire.send(
                        "GET", next, Map.of("Authorization", "Bearer " + Tokens.of(overseer), "Accept", "*/*"), null);
                String export = reply.header("Content-Disposition").replaceAll(".*acts-(.*)\\.[a-z]+\".*", "$1");
                String body = withoutRequest(reply);
                all.append(reply.status())
                        .append(reply.headers().stream().map(Wire.Header::name).toList())
                        .append(export.isEmpty() ? body : body.replace(export, "export"));
                next = body.contains("\"next_page_token\":\"")
                        ? path + "&page_token=" + body.replaceAll("(?s).*\"next_page_token\":\"([^\"]+)\".*", "$1")
                        : "";
            }
            answers.put(path, all.toString());
        }
        return answers;
    }

    private static String withoutRequest(Wire.Reply reply) {
        return reply.body().replace(reply.header("Request-Id"), "request");
    }

    /** How long an answer takes tells nothing either: what is walked through is one's own. */
    @Test
    void noEntryOfOthersIsWalkedThrough() throws SQLException {
        UUID investigator = Drafts.id(bank.person(Role.INVESTIGATOR));
        UUID object = UUID.randomUUID();
        new Entries(bank, investigator).on("REFERRAL", object, bank.id()).write(1);
        for (Object[] filter : new Object[][] {
            {null, null, null, null, null, null},
            {investigator, null, null, null, null, null},
            {null, object, null, null, null, null},
            {null, null, "referral.read", null, null, null},
            {null, null, null, "FILING", null, null},
            {null, null, null, null, "LP-1", null},
            {null, null, null, null, null, "DENIED"}
        }) {
            List<Object> values = new ArrayList<>(List.of(bank.id(), bank.id(), HIGHEST, HIGHEST, new UUID(0, 0)));
            values.addAll(Arrays.asList(filter[0], filter[0], filter[1], filter[1], null, null));
            values.addAll(Arrays.asList(filter[2], filter[2], filter[3], filter[3], filter[4], filter[4]));
            values.addAll(Arrays.asList(filter[5], filter[5], null, null, null, null, 0, 51));
            List<String> plan = plan(investigator, AuditReader.OWN_PEOPLE, values);
            int scans = 0;
            for (int i = 0; i < plan.size(); i++) {
                if (plan.get(i).matches(".*Scan.* on audit_entry.*")) {
                    scans++;
                    assertTrue(
                            plan.get(i).matches(".*Index Scan using audit_entry_(participant|person|object) on .*"),
                            plan.toString());
                    assertTrue(plan.get(i + 1).matches(".*Index Cond: .*participant_id >= .*"), plan.toString());
                }
            }
            assertEquals(1, scans, plan.toString());
        }
    }

    private List<String> plan(UUID person, String sql, List<Object> values) throws SQLException {
        try (Connection connection = PostgresResource.superuser()) {
            connection.setAutoCommit(false);
            try (PreparedStatement enter = connection.prepareStatement("select simpul_enter(?, ?)")) {
                enter.setObject(1, bank.id());
                enter.setObject(2, person);
                enter.execute();
            }
            connection.createStatement().execute("set local role simpul_overseer_people; " + AuditReader.IN_ORDER);
            try (PreparedStatement explain = connection.prepareStatement("explain (costs off) " + sql)) {
                for (int i = 0; i < values.size(); i++) {
                    explain.setObject(i + 1, values.get(i));
                }
                List<String> lines = new ArrayList<>();
                try (ResultSet row = explain.executeQuery()) {
                    while (row.next()) {
                        lines.add(row.getString(1));
                    }
                }
                assertFalse(lines.isEmpty());
                return lines;
            }
        }
    }
}
