package org.simpul.inquiry.rfi;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.casework.SubmittedReferral;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.ReferralSteps;
import org.simpul.testing.Database;
import org.simpul.testing.Drafts;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

/** Requests for information on their road, in a test: the FIU asks the institutions of a sector that is the test's own. */
public final class RfiSteps extends HubTest {
    public static final String RFIS = "/api/v1/rfis";
    public static final String THREADS = "/api/v1/rfi-threads";

    final Institution fiu = Institutions.fiu();
    final Desk desk = new Desk();
    final Person analyst = desk.analyst;
    final Person supervisor = fiu.person(Role.FIU_SUPERVISOR);
    final String sector = "s-" + UUID.randomUUID();
    final String caseId;
    private final OutboxDispatcher outbox;

    public RfiSteps(OutboxDispatcher outbox) {
        this.outbox = outbox;
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P3", SubmittedReferral.anyPhone());
        outbox.drain();
        caseId = desk.caseOf(desk.accepted(referral));
    }

    public Institution bank() {
        Institution bank = Institutions.bank();
        join(bank);
        return bank;
    }

    /** Takes an institution into the sector that is asked. */
    public void join(Institution bank) {
        Database.updateAsSuperuser("update participant set sector = ? where id = ?", sector, bank.id());
    }

    /** @return the accepted intake of a referral that protects a child */
    UUID child(String name, String account) {
        ReferralSteps referral = ReferralSteps.draft(Institutions.bank())
                .filled("3500000001")
                .subject(ReferralSteps.subject(
                        "POSSIBLE_CHILD_VICTIM", "UNDER_13", name, ReferralSteps.account(account)))
                .submit();
        outbox.drain();
        return desk.accepted((UUID) Drafts.value("select id from intake where referral_id = ?", referral.id()));
    }

    public Map<String, Object> form() {
        return form(caseId, sector);
    }

    public static Map<String, Object> form(String caseId, String sector) {
        Map<String, Object> form = plain();
        form.put("legal_basis", "UU_8_2010_ART_41");
        form.put("case_id", caseId);
        form.put("scope", new HashMap<>(Map.of("kind", "REPORTING_ENTITY", "sector", sector, "by_identifier", false)));
        return form;
    }

    /** Of an agency, which asks the FIU. */
    public static Map<String, Object> ofAnAgency() {
        Map<String, Object> form = plain();
        form.put("legal_basis", "UU_8_2010_ART_90");
        return form;
    }

    private static Map<String, Object> plain() {
        Map<String, Object> form = new HashMap<>();
        form.put("purpose", "LOCATE_AND_PROTECT");
        form.put("predicate_offence", "CHILD_SEXUAL_EXPLOITATION");
        form.put("question", new HashMap<>(question()));
        form.put("preserve", true);
        form.put("urgent", false);
        form.put("handling", Map.of("tlp", "TLP:AMBER+STRICT", "pap", "PAP:RED"));
        return form;
    }

    static Map<String, Object> question() {
        return Map.of(
                "names",
                List.of("Bagas Wirya"),
                "identifiers",
                List.of(Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "value", "1234567890")),
                "period_from",
                "2026-01-01",
                "period_to",
                "2026-03-01",
                "wanted",
                List.of("ACCOUNT_HOLDER", "TRANSACTIONS"));
    }

    /** An institution states no purpose; an agency works under a matter of its own. */
    static RequestSpecification by(Person who) {
        return who.organization().startsWith("reporting") ? as(who) : Desk.by(who);
    }

    static ValidatableResponse post(Person who, String path, Object body) {
        RequestSpecification request = by(who);
        return (body == null ? request : request.body(body)).post(path).then();
    }

    static ValidatableResponse read(Person who, String path) {
        return by(who).get(path).then();
    }

    public String draft(Map<String, Object> form) {
        return draft(analyst, form);
    }

    static String draft(Person who, Map<String, Object> form) {
        return post(who, RFIS, form).statusCode(201).extract().path("id");
    }

    static String handOver(Person who, String id) {
        return post(who, RFIS + "/" + id + "/handovers", null)
                .statusCode(200)
                .extract()
                .path("digest");
    }

    static ValidatableResponse decide(Person who, String path, String digest) {
        return post(who, path + "/decisions", Map.of("decision", "APPROVE", "digest", digest));
    }

    public String issued(Map<String, Object> form) {
        String id = draft(form);
        decide(supervisor, RFIS + "/" + id, handOver(analyst, id)).statusCode(200);
        return id;
    }

    public void close(String id) {
        post(analyst, RFIS + "/" + id + "/closures", null).statusCode(200);
    }

    /** What an agency asks the FIU. */
    public record OfAnAgency(Institution agency, String matter, String rfi, String thread) {
        RequestSpecification by(Role role) {
            return Desk.under(matter, agency.person(role));
        }
    }

    public OfAnAgency asked(Institution agency) {
        String matter = Desk.matter(agency);
        Person officer = agency.person(Role.LE_OFFICER);
        String id = Desk.under(matter, officer)
                .body(ofAnAgency())
                .post(RFIS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String digest = Desk.under(matter, officer)
                .post(RFIS + "/" + id + "/handovers")
                .then()
                .statusCode(200)
                .extract()
                .path("digest");
        String thread = Desk.under(matter, agency.person(Role.LE_SUPERVISOR))
                .body(Map.of("decision", "APPROVE", "digest", digest))
                .post(RFIS + "/" + id + "/decisions")
                .then()
                .statusCode(200)
                .extract()
                .path("threads[0].id");
        return new OfAnAgency(agency, matter, id, thread);
    }

    /** The FIU refused it, and the agency closed it. */
    public OfAnAgency refused(Institution agency) {
        OfAnAgency asked = asked(agency);
        Map<String, Object> refusal = answer("REFUSED");
        refusal.put("refusal", "PREJUDICE");
        answered(analyst, supervisor, asked.thread(), refusal).statusCode(200);
        asked.by(Role.LE_OFFICER)
                .post(RFIS + "/" + asked.rfi() + "/closures")
                .then()
                .statusCode(200);
        return asked;
    }

    /** The thread that an institution was asked by last. */
    public static String thread(Institution bank) {
        return read(bank.person(Role.INVESTIGATOR), THREADS)
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    public static Map<String, Object> answer(String outcome) {
        Map<String, Object> answer = new HashMap<>();
        answer.put("outcome", outcome);
        answer.put("persons", new ArrayList<>());
        answer.put("accounts", new ArrayList<>());
        answer.put("transactions", new ArrayList<>());
        return answer;
    }

    public static Map<String, Object> rows(String outcome) {
        Map<String, Object> answer = answer(outcome);
        Map<String, Object> account = Map.of("type", "BANK_ACCOUNT", "scope", "ID:014", "value", "1234-567-890");
        answer.put("persons", List.of(person("ACCOUNT_HOLDER", "ADULT", "Bagas Wirya")));
        answer.put(
                "accounts",
                List.of(Map.of(
                        "identifier",
                        account,
                        "holder",
                        0,
                        "opened_on",
                        "2024-05-02",
                        "balance",
                        1_500_000,
                        "currency",
                        "IDR")));
        answer.put(
                "transactions",
                List.of(Map.of("booked_on", "2026-02-02", "amount", 250_000, "currency", "IDR", "from", account)));
        return answer;
    }

    static Map<String, Object> person(String role, String age, String name) {
        Map<String, Object> person = new HashMap<>(
                Map.of("kind", "NATURAL_PERSON", "roles", List.of(role), "age_band", age, "identifiers", List.of()));
        person.put("name", name);
        return person;
    }

    static ValidatableResponse write(Person who, String thread, Map<String, Object> answer) {
        String path = THREADS + "/" + thread;
        String tag = read(who, path).statusCode(200).extract().header("ETag");
        return by(who).header("If-Match", tag)
                .body(answer)
                .put(path + "/answer")
                .then();
    }

    static String handOverAnswer(Person who, String thread) {
        return post(who, THREADS + "/" + thread + "/handovers", null)
                .statusCode(200)
                .extract()
                .path("draft.digest");
    }

    /** Written by one person, submitted by another. */
    public static ValidatableResponse answered(
            Person author, Person second, String thread, Map<String, Object> answer) {
        write(author, thread, answer).statusCode(200);
        return decide(second, THREADS + "/" + thread, handOverAnswer(author, thread));
    }

    public static void answered(Institution bank, String thread, Map<String, Object> answer) {
        answered(bank.person(Role.INVESTIGATOR), bank.person(Role.COMPLIANCE_OFFICER), thread, answer)
                .statusCode(200);
    }

    static ValidatableResponse say(Person who, String thread, String step, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of("step", step));
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i].toString(), more[i + 1]);
        }
        return post(who, THREADS + "/" + thread + "/steps", body);
    }
}
