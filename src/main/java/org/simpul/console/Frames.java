package org.simpul.console;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.participant.CallerAugmentor;

/** Makes the frame of a page from the request and its caller. */
@ApplicationScoped
class Frames {
    static final String HOME = "/console";
    /** Nothing else is ever a place to go back to: no other host, no query. */
    private static final Pattern OWN_PATH = Pattern.compile("/console(/[a-z0-9-]+)*");

    private final CurrentCaller current;
    private final ParticipantDirectory directory;
    private final List<String> emergencyNumbers;
    private final ZoneId zone;

    Frames(
            CurrentCaller current,
            ParticipantDirectory directory,
            @ConfigProperty(name = "simpul.emergency-numbers") List<String> emergencyNumbers,
            @ConfigProperty(name = "simpul.time-zone") ZoneId zone) {
        this.current = current;
        this.directory = directory;
        this.emergencyNumbers = emergencyNumbers;
        this.zone = zone;
    }

    /** The frame of a page that a caller may see. */
    Frame of(RoutingContext exchange) {
        Caller caller = current.get();
        String institution = directory
                .byId(List.of(caller.participantId()))
                .get(caller.participantId())
                .name();
        return frame(exchange, caller, institution);
    }

    /** The frame of a page that tells of a failure: asks the database for nothing, and works without a caller. */
    Frame ofFailure(RoutingContext exchange, @Nullable SecurityIdentity identity) {
        Caller caller = identity == null ? null : identity.getAttribute(CallerAugmentor.CALLER);
        return frame(exchange, caller, caller == null ? "" : caller.participantAlias());
    }

    private Frame frame(RoutingContext exchange, @Nullable Caller caller, String institution) {
        return new Frame(
                language(exchange),
                ownPath(exchange.normalizedPath()),
                caller == null ? null : Frame.Who.from(caller, institution),
                caller == null ? List.of() : Section.of(caller),
                emergencyNumbers,
                zone);
    }

    static Language language(RoutingContext exchange) {
        Cookie chosen = exchange.request().getCookie(Language.COOKIE);
        return Language.of(
                chosen == null ? null : chosen.getValue(), exchange.request().getHeader("Accept-Language"));
    }

    /** @return the path itself when it is one of the console's, else the home page */
    static String ownPath(@Nullable String path) {
        return path != null && OWN_PATH.matcher(path).matches() ? path : HOME;
    }
}
