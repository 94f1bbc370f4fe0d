package org.simpul.console;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the tokens of signed-in people on our side: the cookie holds 256 random bits and nothing else. Quarkus hands the
 * tokens over and takes them back; the access token is not kept, since the console calls the services itself.
 */
@Alternative
@Priority(1)
@ApplicationScoped
@Unremovable
class SignInSessions implements TokenStateManager {
    /** A refresh gives a new cookie; requests that left the browser before it still carry the old one. */
    private static final Duration GRACE = Duration.ofSeconds(10);
    /** Under this key Quarkus tells how long the cookie lives, in seconds. */
    private static final String COOKIE_LIFE = "session-max-age";

    private final SessionTable table;
    private final InstantSource clock;
    private final String signOutPath;
    private final SecureRandom random = new SecureRandom();

    SignInSessions(
            SessionTable table,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.oidc.console.logout.path") String signOutPath) {
        this.table = table;
        this.clock = clock;
        this.signOutPath = signOutPath;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext exchange,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Number life = exchange.get(COOKIE_LIFE);
        Instant end = clock.instant().plusSeconds(life.longValue());
        return context.runBlocking(() -> {
            table.insert(digest(cookie), tokens.getIdToken(), tokens.getRefreshToken(), end);
            return cookie;
        });
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext exchange,
            OidcTenantConfig tenant,
            String cookie,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        return context.runBlocking(() -> table.find(digest(cookie), clock.instant())
                .map(kept -> new AuthorizationCodeTokens(kept.idToken(), null, kept.refreshToken()))
                .orElseThrow(AuthenticationFailedException::new));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext exchange, OidcTenantConfig tenant, String cookie, OidcRequestContext<Void> context) {
        boolean atOnce = exchange.normalizedPath().equals(signOutPath);
        Instant end = atOnce ? clock.instant() : clock.instant().plus(GRACE);
        return context.runBlocking(() -> {
            table.end(digest(cookie), end);
            return null;
        });
    }

    private static byte[] digest(String cookie) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
