package org.simpul.http;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CallerSource;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Purpose;
import org.simpul.participant.CallerAugmentor;

/** The caller that the token made, with the purpose and the case reference of this request. */
@ApplicationScoped
class RequestCaller implements CallerSource {
    private final CurrentIdentityAssociation identity;
    private final CurrentVertxRequest request;

    RequestCaller(CurrentIdentityAssociation identity, CurrentVertxRequest request) {
        this.identity = identity;
        this.request = request;
    }

    @Override
    public Optional<Caller> signedIn() {
        RoutingContext exchange = request.getCurrent();
        if (exchange == null) {
            return Optional.empty();
        }
        Caller caller = identity.getIdentity().getAttribute(CallerAugmentor.CALLER);
        HttpServerRequest http = exchange.request();
        return Optional.ofNullable(caller)
                .map(who -> who.with(
                        purpose(http.getHeader("Purpose"), who.kind()),
                        caseReference(http.getHeader("Case-Reference"))));
    }

    /** A reporting entity is here to file, and need not say so. */
    private static @Nullable Purpose purpose(@Nullable String header, ParticipantKind kind) {
        return Arrays.stream(Purpose.values())
                .filter(purpose -> purpose.name().equals(header))
                .findFirst()
                .orElse(kind == ParticipantKind.REPORTING_ENTITY ? Purpose.FILING : null);
    }

    /** Checked here as well as by {@link HeaderRules}: a refusal before that filter is recorded with it. */
    private static @Nullable String caseReference(@Nullable String header) {
        return header != null && HeaderRules.CASE_REFERENCE.matcher(header).matches() ? header : null;
    }
}
