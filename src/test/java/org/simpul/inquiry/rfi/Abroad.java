package org.simpul.inquiry.rfi;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.simpul.access.Role;
import org.simpul.casework.Desk;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

/** An FIU of another country, and what the FIU agrees with it, in a test. */
public final class Abroad {
    public static final String AGREEMENTS = "/api/v1/agreements";

    final Institution foreign;
    final Person analyst;
    final Person supervisor;
    private final Person proposer = Institutions.fiu().person(Role.FIU_SUPERVISOR);
    private final Person second = Institutions.fiu().person(Role.FIU_SUPERVISOR);

    Abroad() {
        this(Institutions.foreignFiu());
    }

    public Abroad(Institution foreign) {
        this.foreign = foreign;
        analyst = foreign.person(Role.FOREIGN_FIU_ANALYST);
        supervisor = foreign.person(Role.FOREIGN_FIU_SUPERVISOR);
    }

    public Person analyst() {
        return analyst;
    }

    public static Map<String, Object> agreement(Institution foreign, boolean personLevel) {
        Map<String, Object> form = new HashMap<>();
        form.put("counterpart", foreign.alias());
        form.put("reference", "MOU/2024/3");
        form.put("signed_on", "2024-05-02");
        form.put("ends_at", Instant.now().plus(1, ChronoUnit.DAYS).toString());
        form.put("person_level", personLevel);
        form.put("transfer_ground", personLevel ? "BINDING_SAFEGUARDS" : null);
        return form;
    }

    ValidatableResponse propose(Map<String, Object> form) {
        return Desk.by(proposer).body(form).post(AGREEMENTS).then();
    }

    ValidatableResponse decide(Person who, String id, String digest) {
        return Desk.by(who)
                .body(Map.of("decision", "APPROVE", "digest", digest))
                .post(AGREEMENTS + "/" + id + "/decisions")
                .then();
    }

    /** @return id of the agreement, in force */
    public String agreed(boolean personLevel) {
        ValidatableResponse proposed = propose(agreement(foreign, personLevel)).statusCode(201);
        String id = proposed.extract().path("id");
        decide(second, id, proposed.extract().path("digest")).statusCode(200);
        return id;
    }

    Person proposer() {
        return proposer;
    }

    Person second() {
        return second;
    }

    /** @return id of what waits for its second person */
    public String proposed() {
        return propose(agreement(foreign, true)).statusCode(201).extract().path("id");
    }

    public void end(String agreement) {
        Desk.by(second).post(AGREEMENTS + "/" + agreement + "/endings").then().statusCode(200);
    }

    /** Of the FIU, which asks abroad out of its case. */
    Map<String, Object> asksAbroad(RfiSteps steps) {
        Map<String, Object> form = steps.form();
        form.put("legal_basis", "UU_8_2010_ART_90");
        form.put("egmont_reference", "ESW/2026/0042");
        form.put(
                "scope",
                Map.of(
                        "kind",
                        "FOREIGN_FIU",
                        "jurisdiction",
                        Institutions.jurisdiction(foreign),
                        "by_identifier",
                        false));
        return form;
    }

    /** Of the foreign FIU, which asks the FIU. */
    public static Map<String, Object> asksTheFiu() {
        Map<String, Object> form = RfiSteps.ofAnAgency();
        form.put("egmont_reference", "ESW/2026/0043");
        return form;
    }

    /** What the foreign FIU asked. */
    public record Asked(String rfi, String thread) {}

    Asked asked() {
        String id = RfiSteps.draft(analyst, asksTheFiu());
        String thread = RfiSteps.decide(supervisor, RfiSteps.RFIS + "/" + id, RfiSteps.handOver(analyst, id))
                .statusCode(200)
                .extract()
                .path("threads[0].id");
        return new Asked(id, thread);
    }

    /** The FIU refused it, and the foreign FIU closed it. */
    public Asked askedAndRefused(Desk desk) {
        Asked asked = asked();
        Map<String, Object> refusal = RfiSteps.answer("REFUSED");
        refusal.put("refusal", "PREJUDICE");
        RfiSteps.answered(desk.analyst, second, asked.thread(), refusal).statusCode(200);
        RfiSteps.post(analyst, RfiSteps.RFIS + "/" + asked.rfi() + "/closures", null)
                .statusCode(200);
        return asked;
    }
}
