package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.simpul.launch.RealmCheck.Point;

/** How institutions and their people get in: identity providers, what they may say of a person, and the accounts. */
final class RealmProviders {

    /** What an institution writes into a person: its login there, and the roles as it sent them. */
    private static final Set<String> ATTRIBUTES = Set.of("institution_login", "roles_as_sent");

    private static final String FIRST = "simpul first broker login";
    private static final String POST = "simpul post broker login";

    private static final String OIDC_NAME = "oidc-username-idp-mapper";
    private static final String SAML_NAME = "saml-username-idp-mapper";
    private static final Map<String, String> NAME_TEMPLATES =
            Map.of(OIDC_NAME, "${ALIAS}:${CLAIM.", SAML_NAME, "${ALIAS}:${");
    /** Others could write what the hub believes, such as the note of the identity provider itself. */
    private static final Set<String> MAPPERS = Set.of(
            OIDC_NAME,
            SAML_NAME,
            "oidc-user-attribute-idp-mapper",
            "saml-user-attribute-idp-mapper",
            "oidc-role-idp-mapper",
            "saml-role-idp-mapper");

    private final RealmState state;

    RealmProviders(RealmState state) {
        this.state = state;
    }

    List<Point> points() {
        return List.of(
                new Point("every institution signs in through Simpul's flows, checked and signed", providers()),
                new Point("an institution says who and in which role, anew at each sign-in, and no more", mappers()),
                new Point("every identity provider belongs to the organization of its name", organizations()),
                new Point("nobody has a password here; everybody came through their institution", accounts()));
    }

    private List<String> providers() {
        var faults = new Faults();
        each("identityProviders").forEach(provider -> {
            String name = text(provider, "alias");
            var own = new Faults();
            own.is(provider, "firstBrokerLoginFlowAlias", FIRST);
            own.is(provider, "postBrokerLoginFlowAlias", POST);
            own.is(provider, "trustEmail", false);
            own.is(provider, "linkOnly", false);
            own.is(provider, "storeToken", false);
            JsonNode config = provider.path("config");
            own.is(config, "syncMode", "FORCE");
            own.is(config, "validateSignature", "true");
            switch (text(provider, "providerId")) {
                case "oidc" -> {
                    own.is(config, "pkceEnabled", "true");
                    own.is(config, "pkceMethod", "S256");
                    own.demand(!text(config, "issuer").isEmpty(), "the issuer is not set");
                }
                case "saml" -> {
                    own.is(config, "wantAssertionsSigned", "true");
                    own.is(config, "wantAuthnRequestsSigned", "true");
                    own.demand(!text(config, "idpEntityId").isEmpty(), "the entity id is not set");
                }
                default -> own.demand(false, "it is of the kind " + text(provider, "providerId"));
            }
            own.list().forEach(fault -> faults.demand(false, name + ": " + fault));
        });
        return faults.list();
    }

    private List<String> mappers() {
        var faults = new Faults();
        Map<String, List<String>> kinds = new TreeMap<>();
        each("identityProviders").forEach(p -> kinds.put(text(p, "alias"), new ArrayList<>()));
        each("identityProviderMappers").forEach(mapper -> {
            String where = text(mapper, "identityProviderAlias") + ", mapper '" + text(mapper, "name") + "': ";
            String kind = text(mapper, "identityProviderMapper");
            JsonNode config = mapper.path("config");
            kinds.computeIfAbsent(text(mapper, "identityProviderAlias"), alias -> new ArrayList<>())
                    .add(kind);
            faults.demand(text(config, "syncMode").equals("FORCE"), where + "works at the first sign-in alone");
            faults.demand(MAPPERS.contains(kind), where + "is of the kind " + kind);
            if (kind.endsWith("-user-attribute-idp-mapper")) {
                faults.demand(
                        ATTRIBUTES.contains(text(config, "user.attribute")),
                        where + "writes " + text(config, "user.attribute"));
            }
            String template = NAME_TEMPLATES.get(kind);
            if (template != null) {
                faults.demand(
                        text(config, "template").startsWith(template)
                                && text(config, "target").equals("LOCAL"),
                        where + "names people " + text(config, "template"));
            }
        });
        kinds.forEach((alias, own) -> faults.demand(
                own.contains(OIDC_NAME) || own.contains(SAML_NAME), alias + " does not name its people after itself"));
        return faults.list();
    }

    private List<String> organizations() {
        var faults = new Faults();
        faults.is(state.realm(), "organizationsEnabled", true);
        each("identityProviders").forEach(provider -> {
            String alias = text(provider, "alias");
            String organization = state.organizations().get(alias);
            faults.demand(alias.equals(organization), alias + " belongs to " + organization);
        });
        return faults.list();
    }

    private List<String> accounts() {
        var faults = new Faults();
        for (RealmState.Account account : state.accounts()) {
            String name = account.username();
            faults.demand(
                    account.credentials().stream().allMatch("otp"::equals), name + " has " + account.credentials());
            faults.demand(
                    account.providers().size() == 1
                            && name.startsWith(account.providers().get(0) + ":"),
                    name + " came through " + account.providers());
        }
        return faults.list();
    }

    private Iterable<JsonNode> each(String list) {
        return state.realm().path(list);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
