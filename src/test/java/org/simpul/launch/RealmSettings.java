package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.simpul.launch.RealmCheck.Point;

/** What holds for the realm as a whole: lives of tokens and sessions, guessing, one-time codes, ways of signing in. */
final class RealmSettings {

    private static final List<String> BOUND =
            List.of("browserFlow", "firstBrokerLoginFlow", "directGrantFlow", "resetCredentialsFlow");

    private final JsonNode reference;
    private final JsonNode realm;

    RealmSettings(JsonNode reference, JsonNode realm) {
        this.reference = reference;
        this.realm = realm;
    }

    List<Point> points() {
        return List.of(
                new Point("access tokens live 300 s at most", tokenLife()),
                new Point("a refresh token is taken once", refreshRotation()),
                new Point("sessions rest 30 minutes and last 10 hours at most", sessions()),
                new Point("guessing is slowed down", bruteForce()),
                new Point("one-time codes are taken once and soon", oneTimeCodes()),
                new Point("nobody registers, renames or gets in without TLS", doors()),
                new Point("sign-ins and acts of administrators are written down", events()),
                new Point("the flows are Simpul's, and bound", flows()),
                new Point("people can enrol a one-time code and nothing else", requiredActions()),
                new Point("levels of assurance are 1 and 2", assurance()));
    }

    private List<String> tokenLife() {
        var faults = new Faults();
        faults.between(realm, "accessTokenLifespan", 1, 300);
        Faults.each(realm.path("clients")).forEach(client -> {
            String own = client.path("attributes").path("access.token.lifespan").asText();
            faults.demand(
                    own.isEmpty() || own.matches("\\d{1,3}") && Integer.parseInt(own) <= 300,
                    client.path("clientId").asText() + " has a life of its own: " + own);
        });
        return faults.list();
    }

    private List<String> refreshRotation() {
        var faults = new Faults();
        faults.is(realm, "revokeRefreshToken", true);
        faults.between(realm, "refreshTokenMaxReuse", 0, 0);
        return faults.list();
    }

    private List<String> sessions() {
        var faults = new Faults();
        faults.between(realm, "ssoSessionIdleTimeout", 1, 1800);
        faults.between(realm, "ssoSessionMaxLifespan", 1, 36_000);
        faults.between(realm, "clientSessionIdleTimeout", 1, 1800);
        faults.between(realm, "clientSessionMaxLifespan", 1, 36_000);
        faults.is(realm, "rememberMe", false);
        faults.is(realm, "offlineSessionMaxLifespanEnabled", true);
        faults.between(realm, "offlineSessionMaxLifespan", 1, 36_000);
        return faults.list();
    }

    private List<String> bruteForce() {
        var faults = new Faults();
        faults.is(realm, "bruteForceProtected", true);
        faults.between(realm, "failureFactor", 1, 10);
        faults.between(realm, "maxFailureWaitSeconds", 300, 86_400);
        faults.between(realm, "waitIncrementSeconds", 30, 86_400);
        return faults.list();
    }

    private List<String> oneTimeCodes() {
        var faults = new Faults();
        faults.is(realm, "otpPolicyType", "totp");
        faults.between(realm, "otpPolicyDigits", 6, 8);
        faults.between(realm, "otpPolicyPeriod", 1, 30);
        faults.between(realm, "otpPolicyLookAheadWindow", 0, 1);
        faults.is(realm, "otpPolicyCodeReusable", false);
        return faults.list();
    }

    private List<String> doors() {
        var faults = new Faults();
        for (String door : List.of(
                "registrationAllowed", "resetPasswordAllowed", "editUsernameAllowed", "loginWithEmailAllowed")) {
            faults.is(realm, door, false);
        }
        faults.demand(
                Set.of("external", "all").contains(realm.path("sslRequired").asText()), "TLS is not required");
        return faults.list();
    }

    private List<String> events() {
        var faults = new Faults();
        faults.is(realm, "eventsEnabled", true);
        faults.is(realm, "adminEventsEnabled", true);
        return faults.list();
    }

    /** A step more or less in a flow can undo it, so they must be the very same. */
    private List<String> flows() {
        var faults = new Faults();
        BOUND.forEach(
                binding -> faults.is(realm, binding, reference.path(binding).asText()));
        Map<String, String> live = steps(realm);
        steps(reference)
                .forEach((flow, steps) -> faults.demand(
                        steps.equals(live.get(flow)),
                        "the flow '" + flow + "' is " + live.getOrDefault(flow, "not there") + ", not " + steps));
        return faults.list();
    }

    private List<String> requiredActions() {
        var faults = new Faults();
        Set<String> enabled = Faults.each(realm.path("requiredActions"))
                .filter(action -> action.path("enabled").asBoolean())
                .map(action -> action.path("alias").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        faults.demand(enabled.equals(Set.of("CONFIGURE_TOTP")), "people can do " + enabled);
        return faults.list();
    }

    private List<String> assurance() {
        var faults = new Faults();
        faults.is(
                realm.path("attributes"),
                "acr.loa.map",
                reference.path("attributes").path("acr.loa.map").asText());
        return faults.list();
    }

    /** Flows by name, each as its steps with requirement and configuration, in their order. */
    private static Map<String, String> steps(JsonNode realm) {
        Map<String, JsonNode> configs = Faults.each(realm.path("authenticatorConfig"))
                .collect(Collectors.toMap(c -> c.path("alias").asText(), c -> c.path("config"), (one, other) -> one));
        Map<String, String> flows = new TreeMap<>();
        for (JsonNode flow : realm.path("authenticationFlows")) {
            String steps = Faults.each(flow.path("authenticationExecutions"))
                    .map(step -> step.path("requirement").asText() + " "
                            + step.path("authenticator").asText()
                            + step.path("flowAlias").asText()
                            + settings(
                                    configs.get(step.path("authenticatorConfig").asText())))
                    .collect(Collectors.joining(", "));
            flows.put(flow.path("alias").asText(), "[" + steps + "]");
        }
        return flows;
    }

    private static String settings(JsonNode config) {
        if (config == null) {
            return "";
        }
        return " " + Faults.fields(config);
    }
}
