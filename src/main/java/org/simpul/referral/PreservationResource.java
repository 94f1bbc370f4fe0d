package org.simpul.referral;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/referrals/{id}/preservation-requests")
@Tag(name = "Referrals")
class PreservationResource {
    private final PreservationService service;

    PreservationResource(PreservationService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("referral.read")
    @Operation(
            operationId = "listPreservationRequests",
            summary = "What the FIU asks us to keep of a referral, newest first",
            description = "Each item with our last answer. That the FIU asks tells nothing of what it does with the"
                    + " referral.")
    public Page<PreservationView> list(
            UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(id, PageRequest.of(size, token));
    }

    @POST
    @Path("/{requestId}/answers")
    @Idempotent
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "answerPreservationRequest",
            summary = "Say whether an item is kept",
            description =
                    "For one item at a time, by the team or a compliance officer; a later answer takes the place of"
                            + " the one before. Seen by the FIU.")
    public RestResponse<PreservationView> answer(UUID id, UUID requestId, @Valid @NotNull AnswerPreservation command) {
        return ResponseBuilder.<PreservationView>created(
                        URI.create("/api/v1/referrals/" + id + "/preservation-requests"))
                .entity(service.answer(id, requestId, command))
                .build();
    }
}
