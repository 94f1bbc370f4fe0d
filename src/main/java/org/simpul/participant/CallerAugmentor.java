package org.simpul.participant;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.access.Role;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;

/**
 * Makes the {@link Caller} of a verified token: the organization follows from the identity provider that the person
 * came through, status and allowed roles from the database at each request. Whoever does not fit gets no permission.
 */
@ApplicationScoped
public class CallerAugmentor implements SecurityIdentityAugmentor {
    /** Attribute of the identity under which the edge finds the caller. */
    public static final String CALLER = "org.simpul.caller";

    private final SignIn signIn;
    private final AuditLog audit;
    private final CurrentCaller current;

    CallerAugmentor(SignIn signIn, AuditLog audit, CurrentCaller current) {
        this.signIn = signIn;
        this.audit = audit;
        this.current = current;
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
            return identity;
        }
        String provider = text(token.getClaim("identity_provider"));
        Optional<SignIn.Found> found =
                signIn.identify(organizations.iterator().next(), token.getSubject(), login(token), provider);
        if (found.isEmpty() || !found.get().cameThrough(provider)) {
            return identity;
        }
        Set<Role> held = names(token.getClaim("groups")).stream()
                .map(Role::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Set<Role> counting = held.stream().filter(found.get()::counts).collect(Collectors.toUnmodifiableSet());
        Caller caller = found.get().caller(login(token), counting, assurance(token), client(token));
        if (counting.size() < held.size()) {
            current.as(caller, () -> {
                audit.denied(ParticipantAct.ROLE_MISMATCH.text(), AuditedObject.list("ROLE"), null);
                return null;
            });
        }
        QuarkusSecurityIdentity.Builder builder =
                QuarkusSecurityIdentity.builder(identity).addAttribute(CALLER, caller);
        for (Permission permission : Permission.values()) {
            if (permission == Permission.SELF_READ || caller.may(permission)) {
                builder.addPermission(new StringPermission(permission.text()));
            }
        }
        return builder.build();
    }

    /** For people to read: the login at their own institution, or in the realm; the subject is who it is. */
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

    private static int assurance(JsonWebToken token) {
        return text(token.getClaim("acr")).equals("2") ? 2 : 1;
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
