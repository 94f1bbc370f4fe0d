package org.simpul.launch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Answers of a SAML provider that are not Keycloak's to take. */
class SamlIT extends InstitutionSteps {
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
}
