package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.simpul.access.Role;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.safeguard.KeyedDigest;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.intakeOf;
import static org.simpul.referral.ReferralSteps.account;
import static org.simpul.referral.ReferralSteps.subject;
import static org.simpul.referral.ReferralSteps.transaction;

@QuarkusTest
class NetworkTest extends HubTest {
    private static final String CHILD = "Melati Kusumaningrum";

    @Inject
    OutboxDispatcher outbox;

    @Inject
    KeyedDigest digest;

    private final Desk desk = new Desk();

    private static String number() {
        return "41" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }

    private String caseOf(ReferralSteps... referrals) {
        outbox.drain();
        return "/api/v1/cases/"
                + desk.caseOf(List.of(referrals).stream()
                        .map(referral -> desk.accepted(intakeOf(referral.id())))
                        .toArray(UUID[]::new));
    }

    private Response network(String file) {
        Response network = by(desk.analyst).get(file + "/network");
        network.then().statusCode(200);
        return network;
    }

    private static Map<String, Object> asked(String number) {
        return new HashMap<>(Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "value", number));
    }

    @Test
    void itShowsWhoHoldsWhatAndSumsWhatWent() {
        String from = number();
        String to = number();
        ReferralSteps referral = ReferralSteps.draft(Institutions.bank())
                .filled(from)
                .transactions(
                        transaction(account(from), account(to), "one"), transaction(account(from), account(to), "two"))
                .submit();
        JsonPath network = network(caseOf(referral)).jsonPath();
        Map<String, Object> paid = network.getMap("edges.find { it.kind == 'PAID' && it.to.endsWith('" + to + "') }");
        assertTrue(paid.get("from").toString().endsWith(from), paid.toString());
        assertEquals(
                2, network.getInt("edges.find { it.kind == 'PAID' && it.to.endsWith('" + to + "') }.transfers.count"));
        assertEquals(
                "IDR",
                network.getString(
                        "edges.find { it.kind == 'PAID' && it.to.endsWith('" + to + "') }.transfers.currency"));
        String holder = network.getString("edges.find { it.kind == 'HOLDS' && it.to.endsWith('" + from + "') }.from");
        assertEquals("SUBJECT", network.getString("nodes.find { it.id == '" + holder + "' }.kind"));
        assertEquals(
                1, network.getList("nodes.findAll { it.kind == 'INSTITUTION' }").size());
        assertTrue(network.getList("edges.findAll { it.kind == 'REFERRED' }.to").contains(holder));
        Set<Object> ids = new HashSet<>(network.getList("nodes.id"));
        network.getList("edges.from").forEach(end -> assertTrue(ids.contains(end), end.toString()));
        network.getList("edges.to").forEach(end -> assertTrue(ids.contains(end), end.toString()));
    }

    /** One bank knows that she is a child; another files her as the holder of an account, with one more. */
    @Test
    void aProtectedChildIsAReferenceWhereverItStands() {
        String hers = number();
        String herOther = number();
        String collector = number();
        ReferralSteps knows = ReferralSteps.draft(Institutions.bank())
                .filled(collector)
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", CHILD, account(hers)))
                .transactions(transaction(account(collector), account(hers), "for " + CHILD))
                .submit();
        ReferralSteps doesNotKnow = ReferralSteps.draft(Institutions.bank())
                .filled(collector)
                .subject(subject("ACCOUNT_HOLDER", "UNKNOWN", "M. Kusuma", account(hers), account(herOther)))
                .transactions(
                        transaction(account(collector), account(hers), "pocket"),
                        transaction(account(herOther), account(collector), "back"))
                .submit();
        String file = caseOf(knows, doesNotKnow);
        String reference = (String) Database.queryAsSuperuser(
                        "select s.reference from referral_subject s join referral_version v on v.id = s.version_id"
                                + " where v.referral_id = ? and s.is_protected",
                        knows.id())
                .get(0);
        Response network = network(file);
        network.then()
                .body("nodes.find { it.id == '%s' }.subject.protected".formatted(reference), equalTo(true))
                .body("nodes.find { it.id == '%s' }.subject.age_band".formatted(reference), equalTo("UNDER_13"))
                .body("nodes.find { it.id == '%s' }.name".formatted(reference), nullValue())
                .body("edges.findAll { it.kind == 'PAID' }.to", hasItem(reference));
        String all = network.asString()
                + by(desk.analyst).get(file + "/transactions").asString();
        for (String telling : List.of(CHILD, "Melati", "Kusuma", hers)) {
            assertFalse(all.contains(telling), telling + " in " + all);
        }
        assertFalse(all.contains(herOther), "what she holds elsewhere leads to her");
        // whoever tries a number learns nothing of it
        String nobodys = number();
        for (String path : List.of("/network/expansions", "/money-flows")) {
            assertEquals(
                    by(desk.analyst).body(ask(path, nobodys)).post(file + path).asString(),
                    by(desk.analyst).body(ask(path, hers)).post(file + path).asString(),
                    path);
        }
        by(desk.analyst)
                .body(ask("/money-flows", collector))
                .post(file + "/money-flows")
                .then()
                .statusCode(200)
                .body("steps", hasSize(1));
    }

    private static Map<String, Object> ask(String path, String number) {
        return path.endsWith("expansions")
                ? asked(number)
                : Map.of("by", "MONTH", "from", "2026-01-01", "until", "2026-12-31", "account", asked(number));
    }

    @Test
    void anIdentifierIsExpandedIntoWhatOtherSubmissionsHoldOfIt() {
        String shared = number();
        String far = number();
        ReferralSteps mine =
                ReferralSteps.draft(Institutions.bank()).filled(shared).submit();
        ReferralSteps other = ReferralSteps.draft(Institutions.bank())
                .filled(shared)
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", CHILD, account(number())))
                .transactions(transaction(account(shared), account(far), "on to " + CHILD))
                .submit();
        String file = caseOf(mine);
        assertFalse(network(file).asString().contains(far));
        Response expanded = by(desk.analyst).body(asked(shared)).post(file + "/network/expansions");
        expanded.then()
                .statusCode(200)
                .body("edges.find { it.kind == 'HOLDS' }.to", equalTo("BANK_ACCOUNT|ID:014|" + shared))
                .body("edges.findAll { it.kind == 'PAID' }.to", hasItem("BANK_ACCOUNT|ID:014|" + far))
                .body("next_page_token", nullValue());
        assertFalse(expanded.asString().contains(CHILD));
        assertTrue(expanded.asString().contains(intakeOf(other.id()).toString()));
        by(Institutions.agency().person(Role.LE_OFFICER))
                .body(asked(shared))
                .post(file + "/network/expansions")
                .then()
                .statusCode(403);
    }

    /** A bank filed her as the holder of an account; that she is a child, another one knows, outside of the case. */
    @Test
    void whomOnlyAnotherSubmissionProtectsIsAReferenceInAnExpansion() {
        String shared = number();
        String hers = number();
        ReferralSteps mine =
                ReferralSteps.draft(Institutions.bank()).filled(shared).submit();
        ReferralSteps.draft(Institutions.bank())
                .filled(shared)
                .subject(subject("ACCOUNT_HOLDER", "UNKNOWN", "M. Kusuma", account(hers)))
                .transactions(transaction(account(shared), account("00" + hers), "on"))
                .submit();
        String file = caseOf(mine);
        assertTrue(expanded(file, shared).contains(hers), "nobody knows yet");
        ReferralSteps knows = ReferralSteps.draft(Institutions.bank())
                .filled(number())
                .subject(subject("POSSIBLE_CHILD_VICTIM", "UNDER_13", CHILD, account(hers)))
                .submit();
        outbox.drain();
        String reference = knows.read().path("version.subjects[1].reference");
        String answer = expanded(file, shared);
        assertFalse(answer.contains(hers), answer);
        assertTrue(answer.contains("\"to\":\"S-PROTECTED"), answer);
        // who she is is for the team of a case that she is in
        assertFalse(answer.contains(reference), answer);
        assertEquals(expanded(file, number()), expanded(file, hers));
        // in what else she holds as well
        assertEquals(expanded(file, number()), expanded(file, "00" + hers));
    }

    private String expanded(String file, String number) {
        return by(desk.analyst)
                .body(asked(number))
                .post(file + "/network/expansions")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void whatWasAskedByValueIsProvedByWhoHasTheKeyAlone() throws Exception {
        String number = number();
        String file =
                caseOf(ReferralSteps.draft(Institutions.bank()).filled(number).submit());
        String asked = HexFormat.of()
                .formatHex(digest.of(
                        "searched values", ("BANK_ACCOUNT\nID:014\n" + number).getBytes(StandardCharsets.UTF_8)));
        for (String path : List.of("/network/expansions", "/money-flows")) {
            String request = by(desk.analyst)
                    .body(ask(path, number))
                    .post(file + path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .header("Request-Id");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(
                    (byte[]) Database.queryAsSuperuser(
                                    "select detail_key from audit_entry where request_id = ?", request)
                            .get(0),
                    "HmacSHA256"));
            assertEquals(
                    List.of(HexFormat.of().formatHex(mac.doFinal(asked.getBytes(StandardCharsets.UTF_8)))),
                    Database.queryAsSuperuser("select detail_digest from audit_entry where request_id = ?", request),
                    path);
        }
    }

    @Test
    void nothingOfItIsReadWithoutAPurpose() {
        String number = number();
        String file =
                caseOf(ReferralSteps.draft(Institutions.bank()).filled(number).submit());
        for (Response read : List.of(
                as(desk.analyst).get(file),
                as(desk.analyst).get(file + "/network"),
                as(desk.analyst).get(file + "/transactions"),
                as(desk.analyst).body(asked(number)).post(file + "/network/expansions"),
                as(desk.analyst).body(ask("/money-flows", number)).post(file + "/money-flows"))) {
            read.then().statusCode(400).body("type", equalTo("/problems/purpose-required"));
        }
    }

    @Test
    void itComesInPartsOfFiveHundredNodesAndEachEdgeOnce() {
        String phone = SubmittedReferral.anyPhone();
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", phone);
        outbox.drain();
        // past the walls and the seal: a submission of a thousand accounts
        Database.updateAsSuperuser("alter table referral_transaction disable trigger user");
        Database.updateAsSuperuser(
                """
                insert into referral_transaction (id, owner, version_id, booked_on, amount, currency, from_type, from_scope,
                  from_value, to_type, to_scope, to_value)
                select gen_random_uuid(), ?, ?, date '2026-03-01' + n % 3, 10, 'IDR', 'BANK_ACCOUNT', 'ID:014',
                  lpad((n % 1200)::text, 10, '0'), 'PHONE', '', ? from generate_series(0, 2399) n
                """,
                referral.bank.id(), referral.version, phone);
        Database.updateAsSuperuser("alter table referral_transaction enable trigger user");
        String file = "/api/v1/cases/" + desk.caseOf(desk.accepted(referral));
        Set<String> nodes = new HashSet<>();
        Set<String> edges = new HashSet<>();
        long count = 0;
        String token = null;
        int parts = 0;
        do {
            JsonPath part = by(desk.analyst)
                    .get(file + "/network" + (token == null ? "" : "?page_token=" + token))
                    .then()
                    .statusCode(200)
                    .body("more_edges", equalTo(false))
                    .extract()
                    .jsonPath();
            List<String> ids = part.getList("nodes.id");
            assertTrue(ids.size() <= 500, ids.size() + " nodes");
            nodes.addAll(ids);
            for (Map<String, Object> edge : part.<Map<String, Object>>getList("edges.findAll { it.kind == 'PAID' }")) {
                assertTrue(edges.add(edge.get("from") + " to " + edge.get("to")), "twice: " + edge);
                assertTrue(nodes.contains(edge.get("from")) && nodes.contains(edge.get("to")), edge.toString());
                count += ((Number) ((Map<?, ?>) edge.get("transfers")).get("count")).longValue();
            }
            token = part.getString("next_page_token");
            parts++;
        } while (token != null);
        assertEquals(3, parts);
        // the institution, the suspect, the child, its phone, and the accounts
        assertEquals(1204, nodes.size());
        assertEquals(2401, count);
        by(desk.analyst).get(file + "/network?page_token=nonsense").then().statusCode(400);
    }

    @Test
    void moneyFlowsByDayAndMonthInEachCurrency() {
        String collector = number();
        ReferralSteps referral = ReferralSteps.draft(Institutions.bank())
                .filled(collector)
                .transactions(
                        transaction(account(collector), account(number()), "out"),
                        transaction(account(number()), account(collector), "in"))
                .submit();
        String file = caseOf(referral);
        Map<String, Object> all = Map.of("by", "DAY", "from", "2026-01-01", "until", "2026-12-31");
        JsonPath whole = by(desk.analyst).body(all).post(file + "/money-flows").jsonPath();
        JsonPath ofOne = by(desk.analyst)
                .body(Map.of("by", "MONTH", "from", "2026-01-01", "until", "2026-12-31", "account", asked(collector)))
                .post(file + "/money-flows")
                .jsonPath();
        assertEquals(2, whole.getInt("steps[0].count"));
        assertFalse(whole.getMap("steps[0]").get("in") instanceof Number);
        assertEquals(ofOne.getDouble("steps[0].in"), ofOne.getDouble("steps[0].out"));
        assertTrue(ofOne.getString("steps[0].from").endsWith("-01"));
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("by", "DAY", "from", "2025-01-01", "until", "2026-12-31"),
                Map.of("by", "MONTH", "from", "2015-01-01", "until", "2026-12-31"),
                Map.of("by", "DAY", "from", "2026-03-02", "until", "2026-03-01"))) {
            by(desk.analyst)
                    .body(wrong)
                    .post(file + "/money-flows")
                    .then()
                    .statusCode(400)
                    .body("violations.code", contains("span_out_of_range"));
        }
        String token = by(desk.analyst)
                .get(file + "/transactions?page_size=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("next_page_token");
        by(desk.analyst)
                .get(file + "/transactions?page_size=1&page_token=" + token)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next_page_token", nullValue());
        String foreign =
                caseOf(ReferralSteps.draft(Institutions.bank()).filled(number()).submit());
        by(desk.analyst)
                .get(foreign + "/transactions?page_token=" + token)
                .then()
                .statusCode(400);
        by(desk.analyst).get(foreign + "/transactions").then().body("items", empty());
    }
}
