package org.simpul.casework;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.Role;
import org.simpul.testing.Database;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;
import org.simpul.testing.Tokens;

import static io.restassured.RestAssured.given;

/** The FIU at work in a test: an analyst and a supervisor, and the steps that they take. */
public final class Desk {
    final Institution fiu = Institutions.fiu();
    public final Person analyst = fiu.person(Role.FIU_ANALYST);
    final Person supervisor = fiu.person(Role.FIU_SUPERVISOR);

    public static RequestSpecification by(Person person) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .contentType(ContentType.JSON)
                .accept("application/json")
                .header("Purpose", "LOCATE_AND_PROTECT");
    }

    /** An agency's officer at work under a matter that runs for another hour. */
    public static RequestSpecification under(String matter, Person officer) {
        return by(officer).header("Case-Reference", matter);
    }

    public static String matter(Institution agency) {
        String number = "LP/" + UUID.randomUUID();
        by(agency.person(Role.LE_SUPERVISOR))
                .body(Map.of(
                        "number",
                        number,
                        "offence",
                        "CHILD_SEXUAL_EXPLOITATION",
                        "expires_at",
                        Instant.now().plus(1, ChronoUnit.HOURS).toString()))
                .post("/api/v1/matters")
                .then()
                .statusCode(201);
        return number;
    }

    static UUID intakeOf(SubmittedReferral referral) {
        return intakeOf(referral.id);
    }

    static UUID intakeOf(UUID referral) {
        return (UUID) Database.queryAsSuperuser("select id from intake where referral_id = ?", referral)
                .get(0);
    }

    String tag(UUID intake) {
        return by(analyst)
                .get("/api/v1/intakes/" + intake)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    ValidatableResponse decide(UUID intake, Map<String, ?> decision) {
        return by(analyst)
                .header("If-Match", tag(intake))
                .body(decision)
                .post("/api/v1/intakes/" + intake + "/decisions")
                .then();
    }

    public UUID accepted(SubmittedReferral referral) {
        return accepted(intakeOf(referral));
    }

    public UUID accepted(UUID intake) {
        decide(intake, Map.of("decision", "TAKE")).statusCode(200);
        decide(intake, Map.of("decision", "ACCEPT")).statusCode(200);
        return intake;
    }

    public String caseOf(UUID... intakes) {
        return by(analyst)
                .body(Map.of("title", "Collector account", "intake_ids", List.of(intakes)))
                .post("/api/v1/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Map<String, Object> form(String caseId, SubmittedReferral referral, Institution... agencies) {
        Map<String, Object> form = new HashMap<>();
        form.put("case_id", caseId);
        form.put("product", "HA");
        form.put("letter_number", "HA/12/2026");
        form.put("letter_date", "2026-03-02");
        form.put("title", "Collector account");
        form.put("narrative", "Small sums from many senders.");
        form.put("predicate_offence", "CHILD_SEXUAL_EXPLOITATION");
        form.put("legal_basis", "UU_8_2010_ART_44");
        form.put("purpose", "LOCATE_AND_PROTECT");
        form.put("caveats", "Not to be named in a public file.");
        form.put("handling", Map.of("tlp", "TLP:AMBER+STRICT", "pap", "PAP:RED"));
        form.put(
                "rows",
                Map.of(
                        "subjects",
                        List.of(referral.suspect, referral.child),
                        "identifiers",
                        List.of(Map.of("type", "PHONE", "scope", "", "value", referral.phone)),
                        "transactions",
                        List.of(referral.payment)));
        form.put(
                "recipients", List.of(agencies).stream().map(Institution::alias).toList());
        return form;
    }

    public ValidatableResponse draft(Map<String, Object> form) {
        return by(analyst).body(form).post("/api/v1/disseminations").then();
    }

    String handOver(String dissemination) {
        return by(analyst)
                .post("/api/v1/disseminations/" + dissemination + "/handovers")
                .then()
                .statusCode(200)
                .extract()
                .path("digest");
    }

    ValidatableResponse approve(Person who, String dissemination, String digest) {
        return by(who).body(Map.of("decision", "APPROVE", "digest", digest))
                .post("/api/v1/disseminations/" + dissemination + "/decisions")
                .then();
    }

    ValidatableResponse giveBack(String dissemination, String digest, String reason) {
        Map<String, Object> decision = new HashMap<>(Map.of("decision", "RETURN", "digest", digest));
        if (reason != null) {
            decision.put("reason", reason);
        }
        return by(supervisor)
                .body(decision)
                .post("/api/v1/disseminations/" + dissemination + "/decisions")
                .then();
    }

    /** Replaces a draft as it stands now. */
    ValidatableResponse edit(String dissemination, Map<String, Object> form) {
        String path = "/api/v1/disseminations/" + dissemination;
        String tag = by(analyst).get(path).then().extract().header("ETag");
        return by(analyst).header("If-Match", tag).body(form).put(path).then();
    }

    /** A referral's rows, disseminated to agencies by the whole road. */
    String disseminated(SubmittedReferral referral, Institution... agencies) {
        return disseminated(form(caseOf(accepted(referral)), referral, agencies));
    }

    public String disseminated(Map<String, Object> form) {
        String id = draft(form).statusCode(201).extract().path("id");
        approve(supervisor, id, handOver(id)).statusCode(200);
        return id;
    }
}
