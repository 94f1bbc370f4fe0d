package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simpul.launch.Api.Answer;
import org.simpul.participant.federation.Fingerprints;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Institutions sign in as themselves: the packaged hub, Keycloak as the hub provisioned it, and a provider of each. */
class FederationIT {
    @TempDir
    static Path folder;

    private final Installation installation = RunningHub.get();
    private final Tokens tokens = installation.tokens();
    private final KeycloakAdmin simpul = installation.admin("simpul");

    private Api as(String login) {
        return new Api(installation.hub(), tokens, login, Map.of());
    }

    private static JsonNode ok(Api api, Answer answer) {
        return api.require(answer, 200).json();
    }

    // ---- who people are

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

    private static String name(String login) {
        Demo demo = Demo.load(RunningHub.HOME);
        Demo.Participant institution = demo.participantOf(login);
        return institution.people().stream()
                .filter(person -> person.login().equals(login))
                .map(person -> institution.alias() + ":" + DemoRealms.person(institution, person))
                .findFirst()
                .orElseThrow();
    }

    // ---- SAML answers that are not Keycloak's to take

    private static final String AGENCY = "agency-x";

    /** What the agency's provider answers for xena, caught before it is posted on. */
    private Form samlAnswer(Browser browser, String path) {
        SignInPages pages = new SignInPages(browser, null, "xena");
        Browser.Answer page = browser.open(installation.keycloak().resolve(path), "never");
        while (true) {
            Form form = Form.on(page).orElseThrow();
            if (form.has("SAMLResponse")) {
                return form;
            }
            page = browser.submit(form.action(), pages.answer(form, page), "never");
        }
    }

    private static final String START =
            "/realms/simpul/protocol/openid-connect/auth?response_type=code&client_id=simpul-cli"
                    + "&redirect_uri=http%3A%2F%2F127.0.0.1%2Fsimpul-cli&scope=openid&state=a&code_challenge_method=S256"
                    + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&kc_idp_hint=" + AGENCY;

    private static String changed(Form form, UnaryOperator<String> change) {
        String xml = new String(Base64.getDecoder().decode(form.fields().get("SAMLResponse")), StandardCharsets.UTF_8);
        String other = change.apply(xml);
        assertNotEquals(xml, other);
        return Base64.getEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSamlAnswerThatWasTouchedIsRefused() {
        List<UnaryOperator<String>> touches = List.of(
                xml -> xml.replaceFirst("(<saml:NameID[^>]*>)[^<]*", "$1somebody-else"),
                xml -> xml.replace(">le-officer<", ">le-supervisor<"),
                xml -> xml.replaceAll("(?s)<(dsig|ds):Signature.*?</(dsig|ds):Signature>", ""),
                xml -> xml.replaceFirst("<saml:Audience>[^<]*", "<saml:Audience>https://other.example"));
        for (UnaryOperator<String> touch : touches) {
            Browser browser = new Browser();
            Form form = samlAnswer(browser, START);
            Browser.Answer refused = browser.submit(
                    form.action(),
                    form.with(Map.of("SAMLResponse", changed(form, touch))),
                    "http://127.0.0.1/simpul-cli");
            assertEquals(400, refused.status());
        }
        Browser browser = new Browser();
        Form form = samlAnswer(browser, START);
        assertTrue(browser.submit(form.action(), form.fields(), "http://127.0.0.1/simpul-cli")
                .location()
                .toString()
                .contains("code="));
    }

    @Test
    void aSamlAnswerForAnotherAudienceIsRefusedWhoeverSignedIt() {
        KeycloakAdmin agency = installation.admin(AGENCY);
        String endpoint = installation.keycloak() + "/realms/simpul/broker/" + AGENCY + "/endpoint";
        agency.post(
                "/clients",
                """
                {"clientId":"https://other.example","protocol":"saml","enabled":true,"fullScopeAllowed":true,
                "redirectUris":["%1$s"],"adminUrl":"%1$s","attributes":{"saml.assertion.signature":"true",
                "saml_idp_initiated_sso_url_name":"other","saml_assertion_consumer_url_post":"%1$s",
                "saml.client.signature":"false","saml_name_id_format":"persistent","saml.force.post.binding":"true"}}"""
                        .formatted(endpoint));
        Browser browser = new Browser();
        Form form = samlAnswer(browser, "/realms/" + AGENCY + "/protocol/saml/clients/other");
        Browser.Answer refused = browser.submit(form.action(), form.fields(), "http://127.0.0.1/simpul-cli");
        assertEquals(400, refused.status());
    }

    // ---- the realm

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

    // ---- the second factor

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

    // ---- machines, and people who are switched off

    private static PublicJsonWebKey key(String id, String algorithm) throws JoseException {
        PublicJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(id);
        key.setAlgorithm(algorithm);
        key.setUse("sig");
        return key;
    }

    /** What Keycloak answers to a machine that proves itself by the key (RFC 7523). */
    private HttpResponse<String> proven(String clientId, PublicJsonWebKey key) {
        try {
            JwtClaims claims = new JwtClaims();
            claims.setIssuer(clientId);
            claims.setSubject(clientId);
            claims.setAudience(installation.keycloak() + "/realms/simpul");
            claims.setGeneratedJwtId();
            claims.setIssuedAtToNow();
            claims.setExpirationTimeMinutesInTheFuture(1);
            JsonWebSignature assertion = new JsonWebSignature();
            assertion.setPayload(claims.toJson());
            assertion.setKey(key.getPrivateKey());
            assertion.setKeyIdHeaderValue(key.getKeyId());
            assertion.setAlgorithmHeaderValue(key.getAlgorithm());
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(installation
                                            .keycloak()
                                            .resolve("/realms/simpul/protocol/openid-connect/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(Browser.encoded(Map.of(
                                            "grant_type",
                                            "client_credentials",
                                            "client_id",
                                            clientId,
                                            "client_assertion_type",
                                            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                                            "client_assertion",
                                            assertion.getCompactSerialization()))))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException | JoseException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> eventually(int status, String clientId, PublicJsonWebKey key) {
        return Patience.until(
                () -> proven(clientId, key),
                answer -> answer.statusCode() == status,
                "Keycloak does not come to answer the machine with " + status);
    }

    private HttpResponse<String> ask(String token, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(installation.hub().resolve("/api/v1" + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aMachineProvesItselfByItsKeysAndIsOutAtOnce() throws Exception {
        PublicJsonWebKey old = key("old", AlgorithmIdentifiers.RSA_PSS_USING_SHA256);
        PublicJsonWebKey next = key("next", AlgorithmIdentifiers.RSA_PSS_USING_SHA256);
        Api agus = as("agus");
        JsonNode machine = agus.require(
                        agus.post(
                                "/machine-clients",
                                "{\"name\":\"Core system\",\"roles\":[\"investigator\"],\"keys\":{\"keys\":["
                                        + old.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}}"),
                        201)
                .json();
        String path = "/machine-clients/" + machine.get("id").asText();
        String client = machine.get("client_id").asText();

        String token = new ObjectMapper()
                .readTree(eventually(200, client, old).body())
                .get("access_token")
                .asText();
        JsonNode me = new ObjectMapper().readTree(ask(token, "/me").body());
        assertEquals("bank-a", me.at("/participant/alias").asText());
        assertEquals("[\"investigator\"]", me.get("roles").toString());
        assertEquals(200, ask(token, "/referrals").statusCode());
        assertEquals(403, ask(token, "/people").statusCode());

        assertEquals(400, proven(client, next).statusCode(), "a key that the hub does not know");
        PublicJsonWebKey weak = PublicJsonWebKey.Factory.newPublicJwk(old.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        weak.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        assertEquals(400, proven(client, weak).statusCode(), "RS256");
        ok(
                agus,
                agus.edit(
                        "PUT",
                        path + "/keys",
                        "{\"keys\":[" + old.toJson(OutputControlLevel.PUBLIC_ONLY) + ","
                                + next.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}",
                        path));
        eventually(200, client, next);
        assertEquals(200, proven(client, old).statusCode(), "two keys live at once");
        ok(
                agus,
                agus.edit(
                        "PUT",
                        path + "/keys",
                        "{\"keys\":[" + next.toJson(OutputControlLevel.PUBLIC_ONLY) + "]}",
                        path));
        eventually(400, client, old);

        ok(agus, agus.post(path + "/revocations", null));
        assertEquals(403, ask(token, "/referrals").statusCode(), "at once, with a token that is still good");
        eventually(401, client, next);
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

    // ---- admission

    private static final String INSTITUTION =
            """
            {"name":"%1$s","kind":"%2$s","jurisdiction":"ID","sector":null,
            "agreement":{"reference":"PKS/12/2026","date":"2026-03-02"},"roles":[%3$s],
            "identity_provider":{"protocol":"OIDC","client_id":"simpul","roles_claim":"simpul_roles",
            "metadata_url":"%4$s/realms/%5$s/.well-known/openid-configuration"}}""";

    /** An institution with a provider of its own that nobody knows yet, and one person. */
    private Demo.Participant newcomer(String kind, String role) {
        String alias = "new-" + UUID.randomUUID().toString().substring(0, 8);
        Demo.Participant newcomer = new Demo.Participant(
                alias,
                "Institution " + alias,
                kind,
                null,
                "ID",
                new Demo.IdentityProvider(Demo.Protocol.OIDC, "", "simpul", "simpul_roles"),
                List.of(role),
                List.of(new Demo.Person("nina-" + alias, role)));
        installation
                .admin(alias)
                .createRealm(new DemoRealms(RunningHub.HOME)
                        .files(new Demo(List.of(newcomer)))
                        .get(alias + "-realm.json")
                        .replace("${KEYCLOAK_URL}", installation.keycloak().toString()));
        return newcomer;
    }

    private String institution(Demo.Participant newcomer) {
        return INSTITUTION.formatted(
                newcomer.name(),
                newcomer.kind(),
                "\"" + newcomer.roles().get(0) + "\"",
                installation.keycloak(),
                newcomer.alias());
    }

    private record Application(String path, String change) {}

    private Application apply(Demo.Participant newcomer) {
        Api opik = as("opik");
        String id = opik.require(
                        opik.post(
                                "/participants",
                                "{\"alias\":\"" + newcomer.alias() + "\",\"institution\":" + institution(newcomer)
                                        + "}"),
                        201)
                .json()
                .get("id")
                .asText();
        String path = "/participants/" + id;
        return new Application(
                path,
                path + "/changes/"
                        + ok(opik, opik.get(path + "/changes"))
                                .at("/items/0/id")
                                .asText());
    }

    private void approve(String login, Application application) {
        Api api = as(login);
        String digest = ok(api, api.get(application.change())).get("digest").asText();
        ok(api, api.post(application.change() + "/decisions", Bodies.decision(digest)));
    }

    private JsonNode eventually(Api api, String path, String field, String value) {
        return Patience.until(
                () -> ok(api, api.get(path)),
                found -> found.path(field).asText().equals(value),
                path + " does not come to " + field + "=" + value);
    }

    private Api person(Demo.Participant newcomer) {
        Tokens own = installation.tokens(new Demo(List.of(newcomer)));
        return new Api(installation.hub(), own, newcomer.people().get(0).login(), Map.of());
    }

    /** Applied, checked, in Keycloak, and tried. */
    private Application ready(Demo.Participant newcomer) {
        Application application = apply(newcomer);
        Api opik = as("opik");
        ok(opik, opik.post(application.change() + "/checks", null));
        eventually(opik, application.path(), "provisioned", "true");
        Api nina = person(newcomer);
        Answer nothing = nina.require(nina.get("/me"), 403);
        assertEquals(
                "/problems/participant-not-active", nothing.json().get("type").asText());
        assertEquals(
                newcomer.roles().get(0),
                ok(opik, opik.get(application.path())).at("/test_roles/0").asText());
        return application;
    }

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

    private void takeOut(Application application) {
        Api opik = as("opik");
        for (String step : List.of("/suspensions", "/departures")) {
            ok(opik, opik.post(application.path() + step, "{\"reason\":\"Merged.\"}"));
        }
    }

    // ---- provisioning

    /** Everything of an institution in Keycloak, without ids. */
    private Map<String, String> inKeycloak(String alias) {
        Map<String, String> found = new TreeMap<>();
        int organizations = 0;
        for (JsonNode organization : simpul.all("/organizations")) {
            if (organization.get("alias").asText().equals(alias)) {
                organizations++;
                found.put(
                        "organization",
                        organization.get("name").asText()
                                + organization.get("enabled").asText());
                JsonNode linked =
                        simpul.get("/organizations/" + organization.get("id").asText() + "/identity-providers");
                found.put("linked", linked.size() + linked.at("/0/alias").asText());
            }
        }
        found.put("organizations", String.valueOf(organizations));
        simpul.find("/identity-provider/instances/" + alias).ifPresent(provider -> {
            found.put("provider", provider.get("enabled").asText() + Faults.fields(provider.get("config")));
            TreeSet<String> mappers = new TreeSet<>();
            simpul.get("/identity-provider/instances/" + alias + "/mappers")
                    .forEach(mapper -> mappers.add(mapper.get("name").asText()
                            + mapper.get("identityProviderMapper")
                            + Faults.fields(mapper.get("config"))));
            found.put("mappers", mappers.toString());
        });
        return found;
    }

    @Test
    void aProvisioningThatWasCutOffAnywhereIsFinishedByTheNext() {
        Map<String, String> whole = inKeycloak("wallet-w");
        String provider = "/identity-provider/instances/wallet-w";
        List<Runnable> cuts = List.of(
                () -> simpul.delete(provider + "/mappers/"
                        + simpul.get(provider + "/mappers").at("/0/id").asText()),
                () -> simpul.get(provider + "/mappers")
                        .forEach(mapper -> simpul.delete(
                                provider + "/mappers/" + mapper.get("id").asText())),
                () -> simpul.put(
                        provider, simpul.get(provider).toString().replace("\"enabled\":true", "\"enabled\":false")),
                () -> simpul.delete("/organizations/" + organization("wallet-w") + "/identity-providers/wallet-w"),
                () -> simpul.delete(provider),
                () -> {
                    simpul.delete(provider);
                    simpul.delete("/organizations/" + organization("wallet-w"));
                });
        for (Runnable cut : cuts) {
            cut.run();
            assertNotEquals(whole, inKeycloak("wallet-w"));
            assertEquals(0, provision());
            assertEquals(whole, inKeycloak("wallet-w"));
        }
        removePeople("wallet-w");
        Api wati = new Api(installation.hub(), installation.tokens(), "wati", Map.of());
        assertEquals(200, wati.get("/me").status());
    }

    /** Whose provider was deleted by hand are somebody else's people to Keycloak. */
    private void removePeople(String alias) {
        for (JsonNode user : simpul.get("/users?search=" + alias + ":")) {
            simpul.delete("/users/" + user.get("id").asText());
        }
    }

    private String organization(String alias) {
        return simpul.all("/organizations").stream()
                .filter(organization -> organization.get("alias").asText().equals(alias))
                .map(organization -> organization.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void killedInTheMiddleItLeavesNothingDoubledAndNothingOpen() throws Exception {
        Map<String, Map<String, String>> whole = allInKeycloak();
        for (int done = 0; done < 3; done++) {
            Path log = folder.resolve("killed-" + done);
            Process running = installation.startProvisioning(log);
            int moment = done;
            Patience.until(
                    () -> provisioned(log),
                    count -> count > moment || !running.isAlive(),
                    "the provisioning does nothing");
            running.destroyForcibly();
            assertTrue(running.waitFor(10, TimeUnit.SECONDS));
            assertTrue(provisioned(log) < whole.size(), "it had ended before it was killed");
        }
        assertEquals(0, provision());
        assertEquals(whole, allInKeycloak());
    }

    private static long provisioned(Path log) {
        try (Stream<String> lines = Files.exists(log) ? Files.lines(log) : Stream.of()) {
            return lines.filter(line -> line.contains("Keycloak is like the record of"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the exit code of the operator's command */
    private int provision() {
        try {
            Process running = installation.startProvisioning(folder.resolve("provision"));
            assertTrue(running.waitFor(2, TimeUnit.MINUTES));
            return running.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Map<String, String>> allInKeycloak() {
        Map<String, Map<String, String>> all = new TreeMap<>();
        Demo.load(RunningHub.HOME)
                .participants()
                .forEach(institution -> all.put(institution.alias(), inKeycloak(institution.alias())));
        return all;
    }

    @Test
    void aKeycloakThatLostItsDatabaseComesBackFromTheHubsRecords() throws Exception {
        String before = ok(as("ana"), as("ana").get("/me")).get("person_id").asText();
        Map<String, Map<String, String>> whole = allInKeycloak();
        installation.loseKeycloak();
        assertEquals(List.of(), installation.admin("simpul").all("/organizations"));
        assertEquals(0, provision());
        FederationIT after = new FederationIT();
        assertEquals(whole, after.allInKeycloak());
        assertEquals(
                before,
                ok(after.as("ana"), after.as("ana").get("/me")).get("person_id").asText());
        // its provider was lost as well, and signs with a new key: only an amendment makes it known
        assertThrows(LaunchFailure.class, () -> after.as("xena").get("/me"));
        after.takeNewKeyOf("agency-x");
        assertEquals(200, after.as("xena").get("/me").status());
    }

    private void takeNewKeyOf(String alias) throws Exception {
        URI metadata = installation.keycloak().resolve("/realms/" + alias + "/protocol/saml/descriptor");
        String document = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metadata).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Api opik = as("opik");
        String path = "";
        for (JsonNode member : ok(opik, opik.get("/participants?page_size=200")).get("items")) {
            if (member.get("alias").asText().equals(alias)) {
                path = "/participants/" + member.get("id").asText();
            }
        }
        JsonNode change = opik.require(
                        opik.post(
                                path + "/changes",
                                """
                                {"change":"AMENDMENT","institution":{"name":"Satuan Perlindungan Anak Siber",
                                "kind":"LAW_ENFORCEMENT","jurisdiction":"ID","sector":null,
                                "agreement":{"reference":"PKS/2/2026","date":"2026-03-02"},
                                "roles":["le-officer","le-supervisor"],"identity_provider":{"protocol":"SAML",
                                "metadata_url":"%s","roles_claim":"simpul_roles","fingerprint":"%s"}}}"""
                                        .formatted(metadata, Fingerprints.of(document))),
                        201)
                .json();
        Application amendment =
                new Application(path, path + "/changes/" + change.get("id").asText());
        ok(opik, opik.post(amendment.change() + "/checks", null));
        approve("fitri", amendment);
        approve("oki", amendment);
        eventually(opik, path, "provisioned", "true");
    }
}
