package org.simpul.delivery;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/dead-letters")
@Tag(name = "Notifications")
class DeadLetterResource {
    private final DeadLetterService service;

    DeadLetterResource(DeadLetterService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("webhook.manage")
    @Operation(
            operationId = "listDeadLetters",
            summary = "What did not arrive",
            description = "Sendings to our webhooks and addresses that were tried for the last time, newest first. The"
                    + " items themselves are where they always were.")
    public Page<DeadLetterView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @POST
    @Path("/{id}/redeliveries")
    @Idempotent
    @PermissionsAllowed("webhook.manage")
    @Operation(
            operationId = "redeliverDeadLetter",
            summary = "Try again from the start",
            description = "It is sent at its next turn, and is no dead letter from then on.")
    @APIResponseSchema(value = DeadLetterView.class, responseDescription = "It waits for its turn")
    public RestResponse<DeadLetterView> redeliver(@RestPath UUID id) {
        return RestResponse.ok(service.redeliver(id));
    }
}
