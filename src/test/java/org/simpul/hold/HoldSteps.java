package org.simpul.hold;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

/** Holds on their road, in a test: of the FIU, of an institution, of an agency. */
public final class HoldSteps extends HubTest {
    static final String HOLDS = "/api/v1/holds";
    private static final AtomicInteger LETTERS = new AtomicInteger();

    final Institution fiu = Institutions.fiu();
    final Person analyst = fiu.person(Role.FIU_ANALYST);
    final Person supervisor = fiu.person(Role.FIU_SUPERVISOR);

    public static String letter() {
        return "S-" + LETTERS.incrementAndGet() + "/" + System.nanoTime();
    }

    public static String anyAccount() {
        return String.valueOf(1_000_000_000L + (System.nanoTime() % 1_000_000_000L));
    }

    static Map<String, Object> account(String number) {
        return Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "value", number);
    }

    /** The FIU's request to a bank. */
    public static Map<String, Object> halt(Institution bank, String account) {
        Map<String, Object> form = form("HALT_REQUEST", "STOP_OUTGOING", "UU_8_2010_ART_65", account);
        form.put("institution", bank.alias());
        return form;
    }

    public static Map<String, Object> keepOpen(Institution bank, String account) {
        Map<String, Object> form = form("KEEP_OPEN", "KEEP_OPEN_AND_WATCH", "UU_8_2010_ART_44", account);
        form.put("institution", bank.alias());
        return form;
    }

    /** A bank's own. */
    public static Map<String, Object> postponement(String account) {
        Map<String, Object> form = form("POSTPONEMENT", "STOP_ALL", "UU_8_2010_ART_26", account);
        form.put("started_at", began());
        form.put("amount", 1_500_000);
        form.put("currency", "IDR");
        return form;
    }

    /** What an agency records. */
    public static Map<String, Object> order(Institution bank, String account) {
        Map<String, Object> form = form("INVESTIGATOR_ORDER", "STOP_ALL", "UU_8_2010_ART_71", account);
        form.put("institution", bank.alias());
        form.put("started_at", began());
        return form;
    }

    private static String began() {
        return Instant.now().minus(1, ChronoUnit.HOURS).toString();
    }

    private static Map<String, Object> form(String kind, String measure, String basis, String account) {
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "measure",
                measure,
                "ground",
                "SUSPECTED_PROCEEDS",
                "legal_basis",
                basis,
                "official_reference",
                letter(),
                "official_date",
                "2026-03-02",
                "accounts",
                List.of(account(account))));
    }

    /** Under a purpose, which a bank need not state. */
    static ValidatableResponse post(Person who, String path, Object body) {
        boolean bank = who.organization().startsWith("reporting");
        var request = bank ? as(who) : Desk.by(who);
        return (body == null ? request : request.body(body)).post(HOLDS + path).then();
    }

    static String draft(Person who, Map<String, Object> form) {
        return post(who, "", form).statusCode(201).extract().path("id");
    }

    static String handOver(Person who, String id) {
        return post(who, "/" + id + "/handovers", null)
                .statusCode(200)
                .extract()
                .path("desk.digest");
    }

    static ValidatableResponse approve(Person who, String id, String digest) {
        return post(who, "/" + id + "/decisions", Map.of("decision", "APPROVE", "digest", digest));
    }

    /** From the draft to what the other side reads. */
    public static String sealed(Person author, Person second, Map<String, Object> form) {
        String id = draft(author, form);
        approve(second, id, handOver(author, id)).statusCode(200);
        return id;
    }

    public String requested(Map<String, Object> form) {
        return sealed(analyst, supervisor, form);
    }

    public String drafted(Map<String, Object> form) {
        return draft(analyst, form);
    }

    public static String postponed(Institution bank, String account) {
        return sealed(bank.person(Role.INVESTIGATOR), bank.person(Role.COMPLIANCE_OFFICER), postponement(account));
    }

    public static String recorded(Institution agency, Institution bank, String account) {
        return Desk.under(Desk.matter(agency), agency.person(Role.LE_OFFICER))
                .body(order(bank, account))
                .post(HOLDS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Map<String, Object> step(String step) {
        return Map.of("step", step, "official_reference", letter(), "official_date", "2026-03-06");
    }

    /** An extension or a release by two persons. */
    void takes(String id, String step) {
        String digest = post(analyst, "/" + id + "/steps", step(step))
                .statusCode(200)
                .extract()
                .path("desk.digest");
        approve(supervisor, id, digest).statusCode(200);
    }

    static Map<String, Object> did(String answer) {
        Map<String, Object> body =
                new HashMap<>(Map.of("answer", answer, "done_at", Instant.now().toString(), "reference", "BA-17/2026"));
        if (answer.equals("REFUSED")) {
            body.put("reason", "ACCOUNT_CLOSED");
        } else {
            body.put("amount", 250_000);
            body.put("currency", "IDR");
        }
        return body;
    }

    static ValidatableResponse answer(Person who, String id, String answer) {
        return post(who, "/" + id + "/answers", did(answer));
    }

    static ValidatableResponse read(Person who, String id) {
        boolean bank = who.organization().startsWith("reporting");
        return (bank ? as(who) : Desk.by(who)).get(HOLDS + "/" + id).then();
    }
}
