package org.simpul.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The two addresses of an OpenID provider that the hub itself calls: keys, and tokens for a code. It keeps nothing: the
 * code that a test hands in tells whom the ID token is for.
 */
public class SignInResource implements QuarkusTestResourceLifecycleManager {
    private static final String KEY_ID = "sign-in";
    private static final String PATH = "/realms/simpul/protocol/openid-connect/";

    private HttpServer server;
    private KeyPair keys;
    private String issuer;

    /** @return a code that this provider turns into an ID token of the person */
    public static String code(Person person, String nonce) {
        String text = String.join(
                "|", person.subject(), person.login(), person.organization(), String.join(",", person.roles()), nonce);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        issuer = "http://localhost:" + server.getAddress().getPort() + "/realms/simpul";
        server.createContext(PATH + "certs", exchange -> answer(exchange, certificates()));
        server.createContext(PATH + "token", exchange -> answer(exchange, tokens(form(exchange))));
        server.start();
        return Map.of(
                "quarkus.oidc.console.auth-server-url", issuer,
                "quarkus.oidc.console.token.issuer", issuer,
                "SIMPUL_CONSOLE_SECRET", "a-secret-of-the-tests-with-over-32-characters");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private String certificates() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}
                """
                .formatted(
                        KEY_ID,
                        base64(key.getModulus().toByteArray()),
                        base64(key.getPublicExponent().toByteArray()));
    }

    private String tokens(Map<String, String> form) {
        String[] parts =
                new String(Base64.getUrlDecoder().decode(form.get("code")), StandardCharsets.UTF_8).split("\\|");
        long now = System.currentTimeMillis() / 1000;
        String token = Jwt.issuer(issuer)
                .subject(parts[0])
                .preferredUserName(parts[2] + ":" + parts[0])
                .claim("institution_login", parts[1])
                .claim("identity_provider", parts[2])
                .audience("simpul-console")
                .groups(Set.of(parts[3].split(",")))
                .claim("organization", List.of(parts[2]))
                .claim("azp", "simpul-console")
                .claim("acr", "1")
                .claim("nonce", parts[4])
                .issuedAt(now)
                .expiresAt(now + 300)
                .jws()
                .keyId(KEY_ID)
                .sign(keys.getPrivate());
        return """
                {"id_token":"%s","access_token":"%s","refresh_token":"refresh","token_type":"Bearer","expires_in":300}
                """
                .formatted(token, token);
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String base64(byte[] bytes) {
        int sign = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
