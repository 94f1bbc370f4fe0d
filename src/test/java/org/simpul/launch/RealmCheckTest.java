package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The realm that is shipped holds each point, and no point holds for a realm that misses it. */
class RealmCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path HOME = Path.of("");
    private static final RealmState.Account ANA =
            new RealmState.Account("bank-a:932b4d7e", List.of("otp"), List.of("bank-a"));

    private final ObjectNode realm = realmWithAnInstitution();

    @Test
    void theRealmThatIsShippedHoldsEveryPoint() {
        assertEquals(List.of(), failed(ANA));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            /accessTokenLifespan                             | 301    | access tokens live 300 s at most
            /clients/0/attributes/access.token.lifespan      | '3600' | access tokens live 300 s at most
            /revokeRefreshToken                              | false  | a refresh token is taken once
            /refreshTokenMaxReuse                            | 1      | a refresh token is taken once
            /ssoSessionIdleTimeout                           | 1801   | sessions rest 30 minutes and last 10 hours at most
            /ssoSessionMaxLifespan                           | 86400  | sessions rest 30 minutes and last 10 hours at most
            /clientSessionMaxLifespan                        | 0      | sessions rest 30 minutes and last 10 hours at most
            /rememberMe                                      | true   | sessions rest 30 minutes and last 10 hours at most
            /bruteForceProtected                             | false  | guessing is slowed down
            /failureFactor                                   | 30     | guessing is slowed down
            /otpPolicyCodeReusable                           | true   | one-time codes are taken once and soon
            /registrationAllowed                             | true   | nobody registers, renames or gets in without TLS
            /sslRequired                                     | none   | nobody registers, renames or gets in without TLS
            /adminEventsEnabled                              | false  | sign-ins and acts of administrators are written down
            /browserFlow                                     | browser | the flows are Simpul's, and bound
            /firstBrokerLoginFlow                            | first broker login | the flows are Simpul's, and bound
            /authenticationFlows/0/authenticationExecutions/2/authenticator | auth-username-password-form | the flows are Simpul's, and bound
            /authenticationFlows/3/authenticationExecutions/1/requirement   | DISABLED | the flows are Simpul's, and bound
            /authenticatorConfig/1/config/loa-max-age        | '86400' | the flows are Simpul's, and bound
            /requiredActions/4/enabled                       | true   | people can enrol a one-time code and nothing else
            /attributes/acr.loa.map                          | {}     | levels of assurance are 1 and 2
            /clients/0/directAccessGrantsEnabled             | true   | no client takes passwords, hands out tokens in addresses, or is used from afar
            /clients/5/directAccessGrantsEnabled             | true   | no client takes passwords, hands out tokens in addresses, or is used from afar
            /clients/1/implicitFlowEnabled                   | true   | no client takes passwords, hands out tokens in addresses, or is used from afar
            /clients/1/attributes/oauth2.device.authorization.grant.enabled | 'true' | no client takes passwords, hands out tokens in addresses, or is used from afar
            /clients/0/redirectUris/0                        | ${SIMPUL_URL}/console/* | redirect addresses are exact
            /clients/0/redirectUris/0                        | http://hub.example/console | redirect addresses are exact
            /clients/0/attributes/post.logout.redirect.uris  | https://hub.example/* | redirect addresses are exact
            /clients/0/attributes/pkce.code.challenge.method | plain  | people's clients prove each code (PKCE, S256)
            /clients/1/fullScopeAllowed                      | true   | no client gets roles beyond its own, or a session without end
            /clients/1/defaultClientScopes/0                 | offline_access | no client gets roles beyond its own, or a session without end
            /clients/0/protocolMappers/4/config/user.session.note | other | the hub's own clients tell what the hub reads
            /clients/6/enabled                               | true   | the hub's own clients tell what the hub reads
            /clientScopeMappings/realm-management/0/roles/0  | realm-admin | the hub may provision and no more
            /clientPolicies/policies/0/enabled               | false  | the client policies are Simpul's
            /clientProfiles/profiles/0/executors/1/configuration/default-client-authenticator | client-secret | the client policies are Simpul's
            /clients/7/attributes/simpul.machine             | 'no'   | machine clients sign with registered keys (PS256, ES256)
            /clients/7/clientAuthenticatorType               | client-secret | machine clients sign with registered keys (PS256, ES256)
            /clients/7/attributes/jwks.string                | {"keys":[{"kid":"k1","kty":"RSA"}]} | machine clients sign with registered keys (PS256, ES256)
            /identityProviders/0/firstBrokerLoginFlowAlias   | first broker login | every institution signs in through Simpul's flows, checked and signed
            /identityProviders/0/postBrokerLoginFlowAlias    | ''     | every institution signs in through Simpul's flows, checked and signed
            /identityProviders/0/config/syncMode             | IMPORT | every institution signs in through Simpul's flows, checked and signed
            /identityProviders/0/config/validateSignature    | 'false' | every institution signs in through Simpul's flows, checked and signed
            /organizationsEnabled                            | false  | every identity provider belongs to the organization of its name
            /identityProviderMappers/2/config/syncMode       | INHERIT | an institution says who and in which role, anew at each sign-in, and no more
            /identityProviderMappers/2/identityProviderMapper | hardcoded-user-session-attribute-idp-mapper | an institution says who and in which role, anew at each sign-in, and no more
            /identityProviderMappers/1/config/user.attribute | username | an institution says who and in which role, anew at each sign-in, and no more
            /identityProviderMappers/0/config/template       | ${CLAIM.preferred_username} | an institution says who and in which role, anew at each sign-in, and no more
            """)
    void aRealmThatMissesAPointFailsThatPoint(String where, String value, String point) {
        set(where, value);
        assertEquals(List.of(point), failed(ANA));
    }

    @Test
    void aPersonWithAPasswordOrWithoutAnInstitutionFails() {
        String point = "nobody has a password here; everybody came through their institution";
        for (var account : List.of(
                new RealmState.Account("bank-a:1", List.of("otp", "password"), List.of("bank-a")),
                new RealmState.Account("admin", List.of(), List.of()),
                new RealmState.Account("bank-a:1", List.of(), List.of("bank-b")),
                new RealmState.Account("bank-a:1", List.of(), List.of("bank-a", "bank-b")))) {
            assertEquals(List.of(point), failed(account));
        }
    }

    @Test
    void anIdentityProviderOfAnotherOrganizationOrOfNoneFails() {
        for (var organizations : List.of(Map.of("bank-a", "bank-b"), Map.<String, String>of())) {
            assertEquals(
                    List.of("every identity provider belongs to the organization of its name"),
                    failed(new RealmState(realm, organizations, List.of(ANA))));
        }
    }

    private List<String> failed(RealmState.Account account) {
        return failed(new RealmState(realm, Map.of("bank-a", "bank-a"), List.of(account)));
    }

    private static List<String> failed(RealmState state) {
        return new RealmCheck(HOME)
                .points(state).stream()
                        .filter(point -> !point.holds())
                        .map(RealmCheck.Point::name)
                        .toList();
    }

    /** The shipped realm, and what the hub adds for an institution with a machine client. */
    private static ObjectNode realmWithAnInstitution() {
        try {
            ObjectNode realm = (ObjectNode)
                    JSON.readTree(HOME.resolve("realm-config/simpul-realm.json").toFile());
            realm.withArray("/clients")
                    .add(
                            JSON.readTree(
                                    """
                    {"clientId":"bank-a-feed","enabled":true,"serviceAccountsEnabled":true,"fullScopeAllowed":false,
                     "clientAuthenticatorType":"client-jwt","attributes":{"simpul.machine":"true",
                     "jwks.string":"{\\"keys\\":[{\\"kid\\":\\"k1\\",\\"kty\\":\\"RSA\\",\\"alg\\":\\"PS256\\"}]}"}}"""));
            realm.withArray("/identityProviders")
                    .add(
                            JSON.readTree(
                                    """
                    {"alias":"bank-a","providerId":"oidc","trustEmail":false,"linkOnly":false,"storeToken":false,
                     "firstBrokerLoginFlowAlias":"simpul first broker login",
                     "postBrokerLoginFlowAlias":"simpul post broker login","config":{"syncMode":"FORCE",
                     "validateSignature":"true","pkceEnabled":"true","pkceMethod":"S256","issuer":"https://bank-a"}}"""));
            realm.set(
                    "identityProviderMappers",
                    JSON.readTree(
                            """
                    [{"name":"user name","identityProviderAlias":"bank-a",
                      "identityProviderMapper":"oidc-username-idp-mapper",
                      "config":{"syncMode":"FORCE","template":"${ALIAS}:${CLAIM.sub}","target":"LOCAL"}},
                     {"name":"login","identityProviderAlias":"bank-a",
                      "identityProviderMapper":"oidc-user-attribute-idp-mapper",
                      "config":{"syncMode":"FORCE","claim":"preferred_username","user.attribute":"institution_login"}},
                     {"name":"investigator","identityProviderAlias":"bank-a",
                      "identityProviderMapper":"oidc-role-idp-mapper","config":{"syncMode":"FORCE",
                      "claim":"simpul_roles","claim.value":"investigator","role":"investigator"}}]"""));
            return realm;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void set(String where, String value) {
        int last = where.lastIndexOf('/');
        JsonNode parent = realm.at(where.substring(0, last));
        String field = where.substring(last + 1);
        JsonNode node = value.matches("\\d+|true|false") && !isText(parent, field)
                ? json(value)
                : JSON.getNodeFactory().textNode(value);
        if (parent.isArray()) {
            ((ArrayNode) parent).set(Integer.parseInt(field), node);
        } else {
            ((ObjectNode) parent).set(field, node);
        }
    }

    private static boolean isText(JsonNode parent, String field) {
        return parent.path(field).isTextual() || field.contains(".");
    }

    private static JsonNode json(String value) {
        try {
            return JSON.readTree(value);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
