package org.simpul.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Real access tokens of the demo's people, by the road that a person takes: the authorization code flow with PKCE,
 * through the pages of Keycloak and, for a bank with a realm of its own, through that bank's sign-in.
 */
final class Tokens {

    private static final String CLIENT = "simpul-cli";
    /** Registered for the client; nobody listens there, since the redirect's query is all that is needed. */
    private static final String REDIRECT = "http://127.0.0.1/simpul-cli";

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Duration SPARE = Duration.ofSeconds(60);

    private final URI issuer;
    private final Demo demo;
    private final Map<String, Token> known = new HashMap<>();

    private record Token(String value, Instant expires) {}

    /** @param issuer the hub's realm, for example {@code http://localhost:8180/realms/simpul} */
    Tokens(URI issuer, Demo demo) {
        this.issuer = issuer;
        this.demo = demo;
    }

    /**
     * An access token that is good for at least another minute.
     *
     * @param login a person of the demo, for example {@code ana}
     * @throws LaunchFailure when nobody is called so, Keycloak does not answer, or it refuses the sign-in
     */
    synchronized String of(String login) {
        Token token = known.get(login);
        if (token == null || token.expires().isBefore(Instant.now().plus(SPARE))) {
            token = signIn(login, demo.participantOf(login));
            known.put(login, token);
        }
        return token.value();
    }

    private Token signIn(String login, Demo.Participant participant) {
        var browser = new Browser();
        String verifier = random();
        String state = random();
        Map<String, String> query = fields(
                "response_type",
                "code",
                "client_id",
                CLIENT,
                "redirect_uri",
                REDIRECT,
                "scope",
                "openid",
                "state",
                state,
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256");
        if (participant.identityProvider() != null) {
            query.put("kc_idp_hint", participant.identityProvider());
        }
        URI start = URI.create(issuer + "/protocol/openid-connect/auth?" + Browser.encoded(query));
        Browser.Answer page = browser.open(start, REDIRECT);
        Browser.Answer back =
                browser.submit(formOf(page), fields("username", login, "password", Demo.PASSWORD), REDIRECT);
        if (!back.location().toString().startsWith(REDIRECT)) {
            throw new LaunchFailure("Keycloak did not let " + login + " in (its last page was "
                    + back.location().getPath() + ", status " + back.status() + ").");
        }
        Map<String, String> answer = queryOf(back.location());
        String code = answer.get("code");
        if (code == null || !state.equals(answer.get("state"))) {
            throw new LaunchFailure("Keycloak refused the sign-in of " + login + ": " + answer.get("error"));
        }
        Browser.Answer tokens = browser.submit(
                URI.create(issuer + "/protocol/openid-connect/token"),
                fields(
                        "grant_type", "authorization_code",
                        "client_id", CLIENT,
                        "redirect_uri", REDIRECT,
                        "code", code,
                        "code_verifier", verifier),
                REDIRECT);
        return token(login, tokens);
    }

    private static URI formOf(Browser.Answer page) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new LaunchFailure("Keycloak showed no sign-in form at "
                    + page.location().getPath() + " (status " + page.status() + ").");
        }
        return page.location().resolve(form.group(1).replace("&amp;", "&"));
    }

    private static Token token(String login, Browser.Answer answer) {
        try {
            JsonNode json = new ObjectMapper().readTree(answer.body());
            if (answer.status() != 200) {
                throw new LaunchFailure("Keycloak gave no token for " + login + ": "
                        + json.path("error").asText());
            }
            Instant expires = Instant.now().plusSeconds(json.get("expires_in").asLong());
            return new Token(json.get("access_token").asText(), expires);
        } catch (IOException e) {
            throw new LaunchFailure("Keycloak's answer for " + login + " is no JSON.", e);
        }
    }

    private static Map<String, String> queryOf(URI uri) {
        Map<String, String> query = new HashMap<>();
        Arrays.stream(uri.getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> query.put(pair[0], pair[1]));
        return query;
    }

    private static Map<String, String> fields(String... namesAndValues) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static String random() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return base64(random);
    }

    private static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
