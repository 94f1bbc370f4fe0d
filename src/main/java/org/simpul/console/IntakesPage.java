package org.simpul.console;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.casework.IntakeService;
import org.simpul.shared.PageRequest;

/** The FIU's queue: which first? */
@Path("/console/intakes")
@Produces(MediaType.TEXT_HTML)
@Blocking
class IntakesPage {
    private final IntakeService service;
    private final Frames frames;
    private final InstantSource clock;

    IntakesPage(IntakeService service, Frames frames, InstantSource clock) {
        this.service = service;
        this.frames = frames;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed("referral.triage")
    public TemplateInstance show(@RestQuery("page_token") String token, RoutingContext exchange) {
        var page = service.queue(null, PageRequest.of(null, token));
        Frame frame = frames.of(exchange);
        return Pages.in(frame, Pages.intakes(frame, page, clock.instant()));
    }
}
