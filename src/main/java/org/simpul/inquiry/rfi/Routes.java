package org.simpul.inquiry.rfi;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simpul.access.ParticipantKind;
import org.simpul.shared.Problem;

/** Who asks whom, and whether the asked may refuse; a table that can't be served stops the hub when it starts. */
@Startup
@Singleton
class Routes {
    private static final Pattern ROUTE = Pattern.compile("([A-Z_]+)>([A-Z_]+)( may refuse)?");
    private static final Map<ParticipantKind, ParticipantKind> SERVED = Map.of(
            ParticipantKind.LAW_ENFORCEMENT, ParticipantKind.FIU,
            ParticipantKind.FIU, ParticipantKind.REPORTING_ENTITY);

    private final Map<ParticipantKind, Route> routes = new EnumMap<>(ParticipantKind.class);

    private record Route(ParticipantKind to, boolean mayRefuse) {}

    @Inject
    Routes(InquiryConfig config) {
        this(config.routes());
    }

    /** @throws IllegalArgumentException for what the hub does not serve: it would ask somebody that nobody may ask */
    Routes(List<String> texts) {
        for (String text : texts) {
            Matcher route = ROUTE.matcher(text.strip());
            if (!route.matches()) {
                throw refused(text);
            }
            ParticipantKind from = kind(route.group(1), text);
            ParticipantKind to = kind(route.group(2), text);
            boolean mayRefuse = route.group(3) != null;
            boolean sound = to == SERVED.get(from) && !(mayRefuse && to == ParticipantKind.REPORTING_ENTITY);
            if (!sound || routes.put(from, new Route(to, mayRefuse)) != null) {
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
        return new IllegalArgumentException("simpul.inquiry.routes takes LAW_ENFORCEMENT>FIU, with \"may refuse\" or"
                + " without, and FIU>REPORTING_ENTITY, each once; not " + text);
    }

    /** @throws Problem STATE_CONFLICT when nobody is asked from there */
    void requireFrom(ParticipantKind asker) {
        if (!routes.containsKey(asker)) {
            throw Problem.stateConflict("rfi_route_closed");
        }
    }

    boolean mayRefuse(ParticipantKind asker) {
        return routes.containsKey(asker) && routes.get(asker).mayRefuse();
    }
}
