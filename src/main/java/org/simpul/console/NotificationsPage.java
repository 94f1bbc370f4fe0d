package org.simpul.console;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.delivery.EventStreams;
import org.simpul.delivery.NotificationService;
import org.simpul.delivery.NotificationService.Waiting;
import org.simpul.delivery.TokenEnd;
import org.simpul.shared.PageRequest;

/** That something waits: the list, which is read by being looked at, and what the bell on each page listens to. */
@Path("/console/notifications")
@Produces(MediaType.TEXT_HTML)
@Blocking
class NotificationsPage {
    private final NotificationService service;
    private final EventStreams streams;
    private final SecurityIdentity identity;
    private final Frames frames;

    NotificationsPage(NotificationService service, EventStreams streams, SecurityIdentity identity, Frames frames) {
        this.service = service;
        this.streams = streams;
        this.identity = identity;
        this.frames = frames;
    }

    @GET
    @PermissionsAllowed("self.read")
    public TemplateInstance show(@RestQuery("page_token") String token, RoutingContext exchange) {
        var page = service.look(PageRequest.of(null, token));
        Frame frame = frames.of(exchange);
        return Pages.in(frame, Pages.notifications(frame, page));
    }

    /** Events named {@code bell}, whose data is {@link Waiting}: no id, no number. */
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed("self.read")
    public Multi<OutboundSseEvent> events(@Context Sse sse) {
        var opening = service.open(null);
        Multi<OutboundSseEvent> told = streams.open(opening, TokenEnd.of(identity))
                .map(event -> event.item() == null
                        ? sse.newEventBuilder().comment("").build()
                        : bell(sse, event.item().urgent() ? Waiting.URGENT : Waiting.ROUTINE));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(bell(sse, opening.waiting())), told);
    }

    private static OutboundSseEvent bell(Sse sse, Waiting waiting) {
        return sse.newEventBuilder()
                .name("bell")
                .reconnectDelay(5_000)
                .data(waiting.name())
                .build();
    }
}
