package org.simpul.delivery;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/notifications")
@Tag(name = "Notifications")
class NotificationResource {
    private final NotificationService service;
    private final EventStreams streams;
    private final SecurityIdentity identity;

    NotificationResource(NotificationService service, EventStreams streams, SecurityIdentity identity) {
        this.service = service;
        this.streams = streams;
        this.identity = identity;
    }

    @GET
    @PermissionsAllowed("self.read")
    @Operation(
            operationId = "listNotifications",
            summary = "That something waits for me",
            description =
                    "Newest first, for the caller's roles or person, while the caller sees what they are about. They"
                            + " never say what that is: routine or urgent is all.")
    public Page<NotificationView> list(
            @RestQuery boolean unread, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(unread, PageRequest.of(size, token));
    }

    @PUT
    @Path("/{id}/read-mark")
    @PermissionsAllowed("self.read")
    @Operation(
            operationId = "markNotificationRead",
            summary = "I have read it",
            description = "For the caller alone; colleagues go on seeing it as unread. Doing it again changes nothing.")
    public void markRead(@RestPath UUID id) {
        service.markRead(id);
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @PermissionsAllowed("self.read")
    @Operation(
            operationId = "streamNotifications",
            summary = "Notifications as they come",
            description =
                    "Server-sent events named notification, authorised anew before each. A comment every 15 seconds"
                            + " keeps the line open. The stream ends with the token: ask again with a new one, and with the last"
                            + " id in Last-Event-ID nothing is missed. Six streams at a time for one person; 409 beyond.")
    @APIResponse(
            responseCode = "200",
            description = "The stream; the data of each event is a notification",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = NotificationView.class)))
    public Multi<OutboundSseEvent> events(@RestHeader("Last-Event-ID") String lastId, @Context Sse sse) {
        var opening = service.open(id(lastId));
        return streams.open(opening, TokenEnd.of(identity)).map(event -> event(sse, event.item()));
    }

    private static OutboundSseEvent event(Sse sse, @Nullable NotificationView item) {
        if (item == null) {
            return sse.newEventBuilder().comment("").build();
        }
        return sse.newEventBuilder()
                .name("notification")
                .id(item.id().toString())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(NotificationView.class, item)
                .build();
    }

    /** What is no id is like one that the caller never had. */
    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
