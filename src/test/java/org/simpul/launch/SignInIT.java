package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.simpul.launch.Api.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** People sign in at their own institution, and are who it says: real Keycloak, packaged hub. */
class SignInIT extends InstitutionSteps {
    @Test
    void eachPersonIsWhoTheirInstitutionSaysAndBelongsToIt() {
        for (Demo.Participant institution : Demo.load(RunningHub.HOME).participants()) {
            for (Demo.Person person : institution.people()) {
                JsonNode me = ok(as(person.login()), as(person.login()).get("/me"));
                assertEquals(institution.alias(), me.at("/participant/alias").asText());
                assertEquals(person.login(), me.get("login").asText());
                assertEquals(person.role(), me.at("/roles/0").asText());
                JsonNode claims = tokens.claims(person.login());
                assertEquals(
                        institution.alias() + ":" + DemoRealms.person(institution, person),
                        claims.get("preferred_username").asText());
                assertEquals(
                        institution.alias(), claims.get("identity_provider").asText());
                assertEquals(
                        "[\"" + institution.alias() + "\"]",
                        claims.get("organization").toString());
            }
        }
    }

    @Test
    void noAccountOfTheRealmHasAPasswordOrIsLinkedByMail() {
        ok(as("ana"), as("ana").get("/me"));
        for (JsonNode user : simpul.all("/users")) {
            if (!user.path("serviceAccountClientId").isMissingNode()) {
                continue;
            }
            String path = "/users/" + user.get("id").asText();
            for (JsonNode credential : simpul.get(path + "/credentials")) {
                assertEquals("otp", credential.get("type").asText());
            }
            JsonNode links = simpul.get(path + "/federated-identity");
            assertEquals(1, links.size(), user.get("username").asText());
            String alias = links.at("/0/identityProvider").asText();
            assertTrue(user.get("username").asText().startsWith(alias + ":"));
            assertTrue(user.path("email").isMissingNode());
        }
    }

    @Test
    void aRoleThatIsLostAtTheInstitutionIsLostAtTheNextSignIn() {
        KeycloakAdmin bank = installation.admin("bank-b");
        String bima = bank.get("/users?exact=true&username=bima").at("/0/id").asText();
        String role = "[" + bank.get("/roles/investigator") + "]";
        bank.delete("/users/" + bima + "/role-mappings/realm", role);
        try {
            Tokens fresh = installation.tokens();
            Api api = new Api(installation.hub(), fresh, "bima", Map.of());
            assertEquals(0, ok(api, api.get("/me")).get("roles").size());
            assertEquals(403, api.get("/referrals").status());
        } finally {
            bank.post("/users/" + bima + "/role-mappings/realm", role);
        }
        Tokens fresh = installation.tokens();
        Api api = new Api(installation.hub(), fresh, "bima", Map.of());
        assertEquals(200, api.get("/referrals").status());
    }

    @Test
    void aRoleBeyondTheAllowListGivesNothingHoweverItCame() {
        // sent by the institution: Keycloak maps no such role, and the hub refuses who came with it
        KeycloakAdmin bank = installation.admin("bank-b");
        bank.post("/roles", "{\"name\":\"fiu-analyst\"}");
        String analyst = "[" + bank.get("/roles/fiu-analyst") + "]";
        String client = bank.get("/clients?clientId=simpul").at("/0/id").asText();
        bank.post("/clients/" + client + "/scope-mappings/realm", analyst);
        String bella = bank.get("/users?exact=true&username=bella").at("/0/id").asText();
        bank.post("/users/" + bella + "/role-mappings/realm", analyst);
        Api first = new Api(installation.hub(), installation.tokens(), "bella", Map.of());
        Answer sent = first.require(first.get("/me"), 403);
        assertEquals("/problems/role-not-allowed", sent.json().get("type").asText());
        bank.delete("/roles/fiu-analyst");
        Api clean = new Api(installation.hub(), installation.tokens(), "bella", Map.of());
        assertEquals(
                "[\"compliance-officer\"]",
                ok(clean, clean.get("/me")).get("roles").toString());
        // granted by hand in the hub's realm: the hub itself refuses the whole sign-in
        String there = simpul.get("/users?exact=true&username=" + name("bella"))
                .at("/0/id")
                .asText();
        String role = "[" + simpul.get("/roles/fiu-analyst") + "]";
        simpul.post("/users/" + there + "/role-mappings/realm", role);
        try {
            Api second = new Api(installation.hub(), installation.tokens(), "bella", Map.of());
            Answer refused = second.require(second.get("/me"), 403);
            assertEquals(
                    "/problems/role-not-allowed", refused.json().get("type").asText());
        } finally {
            simpul.delete("/users/" + there + "/role-mappings/realm", role);
        }
        Api again = new Api(installation.hub(), installation.tokens(), "bella", Map.of());
        assertEquals(200, again.get("/me").status());
    }

    @Test
    void theRunningRealmHoldsEveryPointAndABrokenOneDoesNot() {
        ok(as("ana"), as("ana").get("/me"));
        assertEquals(List.of(), failing());
        String realm = simpul.get("").toString();
        simpul.put("", realm.replaceFirst("\"accessTokenLifespan\":300", "\"accessTokenLifespan\":3600"));
        try {
            assertEquals(1, failing().size(), failing().toString());
        } finally {
            simpul.put("", realm);
        }
        assertEquals(List.of(), failing());
    }

    private List<RealmCheck.Point> failing() {
        return new RealmCheck(RunningHub.HOME)
                .points(installation.realm()).stream()
                        .filter(point -> !point.holds())
                        .toList();
    }

    @Test
    void whatCantBeTakenBackIsChallengedAndGoesOnWithACode() {
        String path = "/typologies/" + UUID.randomUUID() + "/decisions";
        String body = Bodies.decision("0".repeat(64));
        Api plain = as("fitri").withoutStepUp();
        Answer challenged = plain.post(path, body);
        assertEquals(401, challenged.status());
        assertEquals("/problems/step-up-required", challenged.json().get("type").asText());
        assertEquals(404, as("fitri").post(path, body).status(), "with a code it is looked for");
        assertTrue(tokens.claims("fitri").path("loa").has("2"));
    }

    @Test
    void anAdministratorSwitchesAColleagueOffAtOnce() {
        Api agus = as("agus");
        assertEquals(200, as("citra").get("/me").status());
        String citra = Patience.until(
                () -> {
                    for (JsonNode person : ok(agus, agus.get("/people")).get("items")) {
                        if (person.get("login").asText().equals("citra")) {
                            return person.get("id").asText();
                        }
                    }
                    return "";
                },
                id -> !id.isEmpty(),
                "citra is not in the list");
        ok(agus, agus.put("/people/" + citra + "/status", "{\"status\":\"SWITCHED_OFF\"}"));
        try {
            assertEquals(403, as("citra").get("/me").status());
        } finally {
            ok(agus, agus.put("/people/" + citra + "/status", "{\"status\":\"ACTIVE\"}"));
        }
        assertEquals(200, as("citra").get("/me").status());
    }
}
