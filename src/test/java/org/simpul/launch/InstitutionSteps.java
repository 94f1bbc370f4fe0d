package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.launch.Api.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the integration tests of sign-in and admission do again and again, on the installation that they share. */
abstract class InstitutionSteps {
    final Installation installation = RunningHub.get();
    final Tokens tokens = installation.tokens();
    final KeycloakAdmin simpul = installation.admin("simpul");

    Api as(String login) {
        return new Api(installation.hub(), tokens, login, Map.of());
    }

    static JsonNode ok(Api api, Answer answer) {
        return api.require(answer, 200).json();
    }

    static String name(String login) {
        Demo demo = Demo.load(RunningHub.HOME);
        Demo.Participant institution = demo.participantOf(login);
        return institution.people().stream()
                .filter(person -> person.login().equals(login))
                .map(person -> institution.alias() + ":" + DemoRealms.person(institution, person))
                .findFirst()
                .orElseThrow();
    }

    static final String INSTITUTION =
            """
            {"name":"%1$s","kind":"%2$s","jurisdiction":"ID","sector":null,
            "agreement":{"reference":"PKS/12/2026","date":"2026-03-02"},"roles":[%3$s],
            "identity_provider":{"protocol":"OIDC","client_id":"simpul","roles_claim":"simpul_roles",
            "metadata_url":"%4$s/realms/%5$s/.well-known/openid-configuration"}}""";

    /** An institution with a provider of its own that nobody knows yet, and one person. */
    Demo.Participant newcomer(String kind, String role) {
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

    String institution(Demo.Participant newcomer) {
        return INSTITUTION.formatted(
                newcomer.name(),
                newcomer.kind(),
                "\"" + newcomer.roles().get(0) + "\"",
                installation.keycloak(),
                newcomer.alias());
    }

    record Application(String path, String change) {}

    Application apply(Demo.Participant newcomer) {
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

    void approve(String login, Application application) {
        Api api = as(login);
        String digest = ok(api, api.get(application.change())).get("digest").asText();
        ok(api, api.post(application.change() + "/decisions", Bodies.decision(digest)));
    }

    JsonNode eventually(Api api, String path, String field, String value) {
        return Patience.until(
                () -> ok(api, api.get(path)),
                found -> found.path(field).asText().equals(value),
                path + " does not come to " + field + "=" + value);
    }

    Api person(Demo.Participant newcomer) {
        Tokens own = installation.tokens(new Demo(List.of(newcomer)));
        return new Api(installation.hub(), own, newcomer.people().get(0).login(), Map.of());
    }

    /** Applied, checked, in Keycloak, and tried. */
    Application ready(Demo.Participant newcomer) {
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

    void takeOut(Application application) {
        Api opik = as("opik");
        for (String step : List.of("/suspensions", "/departures")) {
            ok(opik, opik.post(application.path() + step, "{\"reason\":\"Merged.\"}"));
        }
    }
}
