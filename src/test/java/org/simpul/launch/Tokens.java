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

/**
 * Real access tokens of the demo's people, by the road that a person takes: the authorization code flow with PKCE,
 * through the pages of Keycloak and of the person's own institution.
 */
final class Tokens {

    private static final String CLIENT = "simpul-cli";
    /** Registered for the client; nobody listens there, since the redirect's query is all that is needed. */
    private static final String REDIRECT = "http://127.0.0.1/simpul-cli";

    private static final Duration SPARE = Duration.ofSeconds(60);

    private final URI issuer;
    private final Demo demo;
    private final Authenticator authenticator;
    private final Map<SignIn, Token> known = new HashMap<>();

    /** @param assurance 1 for the institution's word, 2 for a one-time code on top */
    private record SignIn(String login, int assurance) {}

    private record Token(String value, Instant expires) {}

    /** @param issuer the hub's realm, for example {@code http://localhost:8180/realms/simpul} */
    Tokens(URI issuer, Demo demo, Authenticator authenticator) {
        this.issuer = issuer;
        this.demo = demo;
        this.authenticator = authenticator;
    }

    /**
     * An access token that is good for at least another minute.
     *
     * @param login a person of the demo, for example {@code ana}
     * @throws LaunchFailure when nobody is called so, Keycloak does not answer, or it refuses the sign-in
     */
    String of(String login) {
        return token(new SignIn(login, 1));
    }

    /**
     * As {@link #of}, with a one-time code: enrols one the first time; later ones may take half a minute, for each is
     * taken once.
     *
     * @throws LaunchFailure also when the person has enrolled with an app of their own
     */
    String strong(String login) {
        return token(new SignIn(login, 2));
    }

    /** What Keycloak says of the person in the token that was asked for last, the stronger one first. */
    synchronized JsonNode claims(String login) {
        Token token = known.getOrDefault(new SignIn(login, 2), known.get(new SignIn(login, 1)));
        return claimsOf(token.value());
    }

    private synchronized String token(SignIn wanted) {
        Token token = known.get(wanted);
        if (token == null || token.expires().isBefore(Instant.now().plus(SPARE))) {
            token = signIn(wanted, demo.participantOf(wanted.login()));
            known.put(wanted, token);
        }
        return token.value();
    }

    private Token signIn(SignIn wanted, Demo.Participant participant) {
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
                "S256",
                "kc_idp_hint",
                participant.alias());
        if (wanted.assurance() > 1) {
            query.put("acr_values", Integer.toString(wanted.assurance()));
        }
        URI start = URI.create(issuer + "/protocol/openid-connect/auth?" + Browser.encoded(query));
        Browser.Answer back =
                new SignInPages(browser, authenticator, wanted.login()).pass(browser.open(start, REDIRECT), REDIRECT);
        Map<String, String> answer = queryOf(back.location());
        String code = answer.get("code");
        if (code == null || !state.equals(answer.get("state"))) {
            throw new LaunchFailure("Keycloak refused the sign-in of " + wanted.login() + ": " + answer.get("error"));
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
        return token(wanted, tokens);
    }

    private static Token token(SignIn wanted, Browser.Answer answer) {
        try {
            JsonNode json = new ObjectMapper().readTree(answer.body());
            if (answer.status() != 200) {
                throw new LaunchFailure("Keycloak gave no token for " + wanted.login() + ": "
                        + json.path("error").asText());
            }
            String value = json.get("access_token").asText();
            requireAssurance(wanted, value);
            return new Token(
                    value, Instant.now().plusSeconds(json.get("expires_in").asLong()));
        } catch (IOException e) {
            throw new LaunchFailure("Keycloak's answer for " + wanted.login() + " is no JSON.", e);
        }
    }

    /** Keycloak answers with less than what was asked for when its flows are not set up for more. */
    private static void requireAssurance(SignIn wanted, String token) {
        if (claimsOf(token).path("acr").asInt() < wanted.assurance()) {
            throw new LaunchFailure("Keycloak's token for " + wanted.login() + " has the assurance "
                    + claimsOf(token).path("acr").asText() + " in place of " + wanted.assurance() + ".");
        }
    }

    private static JsonNode claimsOf(String token) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new LaunchFailure("Keycloak's token is no JSON.", e);
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
