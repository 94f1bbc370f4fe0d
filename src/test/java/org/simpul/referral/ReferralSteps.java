package org.simpul.referral;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

/** The road of a referral in the words of its institution; sets what a test does not care about. */
public final class ReferralSteps extends HubTest {
    private static final String REFERRALS = "/api/v1/referrals";

    private final Person investigator;
    private final Person officer;
    private final String path;
    private String etag;

    private ReferralSteps(Person investigator, Person officer, Response created) {
        this.investigator = investigator;
        this.officer = officer;
        this.path = created.then().statusCode(201).extract().header("Location").replaceFirst("^https?://[^/]+", "");
        this.etag = created.header("ETag");
    }

    public static ReferralSteps draft(Institution bank) {
        return draft(bank, complete());
    }

    public static ReferralSteps draft(Institution bank, Map<String, Object> fields) {
        Institutions.fiu();
        Person investigator = bank.person(Role.INVESTIGATOR);
        return new ReferralSteps(
                investigator,
                bank.person(Role.COMPLIANCE_OFFICER),
                as(investigator).body(fields).post(REFERRALS));
    }

    /** By people whom the test knows. */
    public static ReferralSteps begin(Person investigator, Person officer) {
        Institutions.fiu();
        return new ReferralSteps(
                investigator, officer, as(investigator).body(complete()).post(REFERRALS));
    }

    /** All fields that a submission needs, in a map that a test may change. */
    public static Map<String, Object> complete() {
        return new HashMap<>(Map.of(
                "predicate_offence",
                "CHILD_SEXUAL_EXPLOITATION",
                "legal_basis",
                "UU_8_2010_ART_23",
                "suspicion_formed_on",
                "2026-03-02",
                "urgency",
                "P2",
                "narrative",
                "Small payments at night from many senders to one account.",
                "grading",
                Map.of("source", "RELIABLE", "information", "A"),
                "handling",
                Map.of("tlp", "TLP:AMBER", "pap", "PAP:RED"),
                "no_media",
                true,
                "statutory_report",
                Map.of("reporter", "RE-0001", "reference", "STR-17", "status", "FILED")));
    }

    public static Map<String, Object> identifier(String type, String scope, String value) {
        return Map.of("type", type, "scope", scope, "value", value);
    }

    public static Map<String, Object> account(String number) {
        return identifier("BANK_ACCOUNT", "ID:014", number);
    }

    public static Map<String, Object> subject(String role, String ageBand, String name, Object... identifiers) {
        return Map.of(
                "kind",
                "NATURAL_PERSON",
                "roles",
                List.of(role),
                "age_band",
                ageBand,
                "name",
                name,
                "identifiers",
                List.of(identifiers));
    }

    public static Map<String, Object> transaction(Object from, Object to, String remark) {
        return Map.of(
                "booked_on",
                "2026-03-01",
                "amount",
                new BigDecimal("150000.25"),
                "currency",
                "IDR",
                "from",
                from,
                "to",
                to,
                "remark",
                remark);
    }

    /** One that every reporting entity may cite. */
    public static Map<String, Object> anyRedFlag() {
        return Typologies.redFlag();
    }

    /** A draft with everything that a submission needs. */
    public ReferralSteps filled(String facilitatorsAccount) {
        subject(subject("FACILITATOR", "ADULT", "Bagas Wirya", account(facilitatorsAccount)));
        return redFlag();
    }

    public ReferralSteps subject(Map<String, Object> subject) {
        return done(edit().body(subject).post(path + "/subjects"), 201);
    }

    public ReferralSteps redFlag() {
        return done(
                edit().body(Map.of("red_flags", List.of(Typologies.redFlag()))).put(path + "/red-flags"), 200);
    }

    public ReferralSteps transactions(Object... transactions) {
        return done(edit().body(Map.of("transactions", List.of(transactions))).post(path + "/transactions"), 201);
    }

    public ReferralSteps fields(Map<String, Object> fields) {
        return done(edit().body(fields).put(path), 200);
    }

    public ReferralSteps handOver() {
        return done(as(investigator).post(path + "/handovers"), 200);
    }

    public Response approve(Person approver) {
        return as(approver)
                .body(Map.of("decision", "APPROVE", "digest", digest()))
                .post(path + "/decisions");
    }

    public ReferralSteps submit() {
        return handOver().done(approve(officer), 200);
    }

    public ReferralSteps newVersion() {
        return done(as(investigator).post(path + "/versions"), 201);
    }

    /** An edit that names the entity tag that was last seen. */
    public RequestSpecification edit() {
        return as(investigator).header("If-Match", etag);
    }

    public ReferralSteps done(Response answer, int status) {
        answer.then().statusCode(status);
        etag = answer.header("ETag");
        return this;
    }

    public Response read() {
        return as(investigator).get(path);
    }

    public String digest() {
        return read().path("version.digest");
    }

    public String etag() {
        return etag;
    }

    public String path() {
        return path;
    }

    public UUID id() {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    public Person investigator() {
        return investigator;
    }

    public Person officer() {
        return officer;
    }
}
