package org.simpul.inquiry.rfi;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;
import org.simpul.shared.Problem;

/** Who asks whom, and whether the asked may refuse; a table that can't be served stops the hub when it starts. */
@Startup
@Singleton
class Routes {
    private static final Pattern ROUTE = Pattern.compile("([A-Z_]+)>([A-Z_]+)( may refuse)?");

    private static final Set<Route> SERVED = Set.of(
            new Route(ParticipantKind.LAW_ENFORCEMENT, ParticipantKind.FIU),
            new Route(ParticipantKind.FIU, ParticipantKind.REPORTING_ENTITY),
            new Route(ParticipantKind.FIU, ParticipantKind.FOREIGN_FIU),
            new Route(ParticipantKind.FOREIGN_FIU, ParticipantKind.FIU));

    /** By route whether it may be refused. */
    private final Map<Route, Boolean> routes = new HashMap<>();

    private record Route(ParticipantKind from, ParticipantKind to) {}

    @Inject
    Routes(InquiryConfig config) {
        this(config.routes());
    }

    /** @throws IllegalArgumentException for what the hub does not serve: it would ask somebody that nobody may ask */
    Routes(List<String> texts) {
        for (String text : texts) {
            Matcher matcher = ROUTE.matcher(text.strip());
            if (!matcher.matches()) {
                throw refused(text);
            }
            Route route = new Route(kind(matcher.group(1), text), kind(matcher.group(2), text));
            boolean mayRefuse = matcher.group(3) != null;
            boolean sound = SERVED.contains(route) && !(mayRefuse && route.to() == ParticipantKind.REPORTING_ENTITY);
            if (!sound || routes.put(route, mayRefuse) != null) {
                throw refused(text);
            }
        }
    }

    private static ParticipantKind kind(String name, String text) {
        try {
            return ParticipantKind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw refused(text);
        }
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("simpul.inquiry.routes takes LAW_ENFORCEMENT>FIU, FIU>FOREIGN_FIU and"
                + " FOREIGN_FIU>FIU, with \"may refuse\" or without, and FIU>REPORTING_ENTITY, each once; not " + text);
    }

    /**
     * @param rule whom the FIU asks; null of others, who ask the FIU
     * @throws Problem STATE_CONFLICT when nobody is asked from there
     */
    void require(ParticipantKind asker, @Nullable ScopeRule rule) {
        if (!routes.containsKey(new Route(asker, rule == null ? ParticipantKind.FIU : rule.kind()))) {
            throw Problem.stateConflict("rfi_route_closed");
        }
    }

    boolean mayRefuse(ParticipantKind asker, ParticipantKind asked) {
        return routes.getOrDefault(new Route(asker, asked), false);
    }
}
