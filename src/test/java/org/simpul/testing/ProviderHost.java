package org.simpul.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A host on this machine that answers what a test puts there, as an institution's identity provider would. */
public final class ProviderHost implements AutoCloseable {
    private static final String KEYS =
            """
            {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"a","n":"AQAB","e":"AQAB"}]}""";

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<String, Prepared> answers = new ConcurrentHashMap<>();

    public ProviderHost() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    private record Prepared(int status, String body) {}

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        Prepared prepared = answers.getOrDefault(exchange.getRequestURI().getPath(), new Prepared(404, ""));
        byte[] bytes = prepared.body().getBytes(StandardCharsets.UTF_8);
        if (prepared.status() / 100 == 3) {
            exchange.getResponseHeaders().set("Location", prepared.body());
        }
        exchange.sendResponseHeaders(prepared.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** @param host a name or an address of this machine */
    public String at(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    public String at(String path) {
        return at("localhost", path);
    }

    public ProviderHost answers(String path, int status, String body) {
        answers.put(path, new Prepared(status, body));
        return this;
    }

    /** An OpenID provider below the path; @return the address of its discovery document */
    public String openId(String path) {
        answers(path + "/.well-known/openid-configuration", 200, discovery(at(path)));
        answers(path + "/keys", 200, KEYS);
        return at(path + "/.well-known/openid-configuration");
    }

    public static String discovery(String issuer) {
        return """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/auth","token_endpoint":"%1$s/token",
                "jwks_uri":"%1$s/keys","end_session_endpoint":"%1$s/logout"}"""
                .formatted(issuer);
    }

    /** How many requests have come in so far. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
