package org.simpul.console;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.DisclosureService;
import org.simpul.sharing.DisclosureService.Direction;

/** Who has what from us, and what we have from others. */
@Path("/console/disclosures")
@Produces(MediaType.TEXT_HTML)
@Blocking
class DisclosuresPage {
    private final DisclosureService service;
    private final Frames frames;

    DisclosuresPage(DisclosureService service, Frames frames) {
        this.service = service;
        this.frames = frames;
    }

    @GET
    @PermissionsAllowed("disclosure.read")
    public TemplateInstance show(
            @RestQuery @DefaultValue("GIVEN") Direction direction,
            @RestQuery("page_token") String token,
            RoutingContext exchange) {
        var page = service.list(direction, PageRequest.of(null, token)).map(DisclosureRow::from);
        Frame frame = frames.of(exchange);
        return Pages.in(frame, Pages.disclosures(frame, direction == Direction.RECEIVED, page));
    }
}
