package org.simpul.participant;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.access.Role;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.ProblemType;

/**
 * Makes the {@link Caller} of a verified token: the organization follows from the identity provider that the person
 * came through, status and allowed roles from the database at each request. Whoever does not fit gets no permission.
 */
@ApplicationScoped
public class CallerAugmentor implements SecurityIdentityAugmentor {
    /** Attribute of the identity under which the edge finds the caller. */
    public static final String CALLER = "org.simpul.caller";
    /** Attribute of an identity without a caller: the {@link ProblemType} that tells why it has none. */
    public static final String REFUSAL = "org.simpul.refusal";

    private final SignIn signIn;
    private final AuditLog audit;
    private final CurrentCaller current;
    private final InstantSource clock;
    private final SignInConfig config;

    CallerAugmentor(SignIn signIn, AuditLog audit, CurrentCaller current, InstantSource clock, SignInConfig config) {
        this.signIn = signIn;
        this.audit = audit;
        this.current = current;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> augment(identity, token));
    }

    @ActivateRequestContext
    SecurityIdentity augment(SecurityIdentity identity, JsonWebToken token) {
        Set<String> organizations = names(token.getClaim("organization"));
        if (organizations.size() != 1) {
            return unusable(identity, token);
        }
        Set<Role> held = roles(token.getClaim("groups"));
        // also what the institution sent and Keycloak did not map
        Set<Role> sent = Stream.concat(held.stream(), roles(token.getClaim("roles_as_sent")).stream())
                .collect(Collectors.toUnmodifiableSet());
        Optional<SignIn.Found> found =
                signIn.identify(presented(organizations.iterator().next(), token, sent));
        if (found.isEmpty()) {
            return unusable(identity, token);
        }
        if (!sent.stream().allMatch(found.get()::counts)) {
            record(ParticipantAct.ROLE_MISMATCH, found.get(), token);
            return refused(identity, ProblemType.ROLE_NOT_ALLOWED);
        }
        if (!found.get().isActive()) {
            record(ParticipantAct.SIGNIN_REFUSED, found.get(), token);
            return refused(identity, ProblemType.PARTICIPANT_NOT_ACTIVE);
        }
        Caller caller = found.get().caller(login(token), held, assurance(token), client(token));
        QuarkusSecurityIdentity.Builder builder =
                QuarkusSecurityIdentity.builder(identity).addAttribute(CALLER, caller);
        for (Permission permission : Permission.values()) {
            if (permission == Permission.SELF_READ || caller.may(permission)) {
                builder.addPermission(new StringPermission(permission.text()));
            }
        }
        return builder.build();
    }

    private static SecurityIdentity refused(SecurityIdentity identity, ProblemType why) {
        return QuarkusSecurityIdentity.builder(identity)
                .addAttribute(REFUSAL, why)
                .build();
    }

    /** A token that names no institution, or another one than its bearer came through: somebody else's, or forged. */
    private SecurityIdentity unusable(SecurityIdentity identity, JsonWebToken token) {
        audit.denied(
                ParticipantAct.SIGNIN_REFUSED.text(),
                AuditedObject.list("SIGN_IN"),
                client(token) + " " + text(token.getClaim("preferred_username")));
        return refused(identity, ProblemType.IDENTITY_NOT_USABLE);
    }

    private void record(ParticipantAct act, SignIn.Found found, JsonWebToken token) {
        current.as(found.caller("refused", Set.of(), assurance(token), client(token)), () -> {
            audit.denied(act.text(), AuditedObject.list("SIGN_IN"), text(token.getClaim("preferred_username")));
            return null;
        });
    }

    /** Names that are no roles of the hub are other people's business. */
    private static Set<Role> roles(Object claim) {
        return names(claim).stream().map(Role::of).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static SignIn.Presented presented(String organization, JsonWebToken token, Set<Role> sent) {
        return new SignIn.Presented(
                organization,
                text(token.getClaim("preferred_username")),
                login(token),
                text(token.getClaim("identity_provider")),
                client(token),
                sent.stream().map(Role::text).sorted().toList(),
                signedInAt(token));
    }

    /** For people to read: the login at their own institution. Who it is stands in the user name of the hub's realm. */
    private static String login(JsonWebToken token) {
        return Stream.of("institution_login", "preferred_username")
                .map(claim -> text(token.getClaim(claim)))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(token.getSubject());
    }

    private static String client(JsonWebToken token) {
        String client = text(token.getClaim("azp"));
        return client.isEmpty() ? "unknown" : client;
    }

    private static @Nullable Instant signedInAt(JsonWebToken token) {
        return token.getClaim("auth_time") instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : null;
    }

    /** A session keeps its level for hours, refreshed tokens too: the second factor counts for minutes only. */
    private int assurance(JsonWebToken token) {
        return text(token.getClaim("acr")).equals("2")
                        && secondFactorAt(token)
                                .filter(at -> at.isAfter(clock.instant().minus(config.secondFactorLasts())))
                                .isPresent()
                ? 2
                : 1;
    }

    /** Claim {@code loa}: seconds since 1970 at which each level was reached, by level. */
    private static Optional<Instant> secondFactorAt(JsonWebToken token) {
        return token.getClaim("loa") instanceof Map<?, ?> levels && levels.get("2") instanceof JsonNumber seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    private static String text(Object claim) {
        return claim instanceof JsonString json ? json.getString() : claim == null ? "" : claim.toString();
    }

    /** A claim that is a list of names, or an object with names as its keys. */
    private static Set<String> names(Object claim) {
        if (claim instanceof Map<?, ?> map) {
            return map.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
        }
        Collection<?> values = claim instanceof Collection<?> list ? list : claim == null ? List.of() : List.of(claim);
        return values.stream().map(CallerAugmentor::text).collect(Collectors.toSet());
    }
}
