package org.simpul.launch;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** An institution comes in by a provider of its own, and is shut out at once. */
class AdmissionIT extends InstitutionSteps {
    @Test
    void aNewInstitutionComesInByItsOwnProviderAndIsShutOutAtOnce() {
        Demo.Participant newcomer = newcomer("REPORTING_ENTITY", "investigator");
        Application application = ready(newcomer);
        approve("fitri", application);
        Api nina = person(newcomer);
        assertEquals(
                newcomer.alias(),
                ok(nina, nina.get("/me")).at("/participant/alias").asText());

        Api opik = as("opik");
        assertEquals(403, opik.get("/referrals").status(), "the operator reads no content");
        ok(opik, opik.post(application.path() + "/suspensions", "{\"reason\":\"Broken into.\"}"));
        assertEquals(403, nina.get("/me").status());
        eventually(opik, application.path(), "provisioned", "true");
        assertEquals(
                "false",
                simpul.get("/identity-provider/instances/" + newcomer.alias())
                        .get("enabled")
                        .asText());
        assertThrows(LaunchFailure.class, () -> person(newcomer).get("/me"), "Keycloak lets nobody of it in");

        String back = opik.require(
                        opik.post(
                                application.path() + "/changes",
                                "{\"change\":\"REINSTATEMENT\",\"institution\":" + institution(newcomer) + "}"),
                        201)
                .json()
                .get("id")
                .asText();
        Application reinstatement = new Application(application.path(), application.path() + "/changes/" + back);
        ok(opik, opik.post(reinstatement.change() + "/checks", null));
        approve("oki", reinstatement);
        eventually(opik, application.path(), "provisioned", "true");
        Api again = person(newcomer);
        assertEquals(200, again.get("/me").status());

        takeOut(application);
        assertEquals(403, again.get("/me").status());
    }

    @Test
    void anAgencyTakesTheFiuAndTheOverseer() {
        Demo.Participant newcomer = newcomer("LAW_ENFORCEMENT", "le-officer");
        Application application = ready(newcomer);
        approve("fitri", application);
        Api nina = person(newcomer);
        assertEquals(403, nina.get("/me").status());
        approve("oki", application);
        assertEquals(200, nina.get("/me").status());
        takeOut(application);
    }
}
