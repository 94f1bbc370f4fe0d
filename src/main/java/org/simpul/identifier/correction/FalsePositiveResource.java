package org.simpul.identifier.correction;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/false-positives")
@Tag(name = "Identifier lists")
class FalsePositiveResource {
    private final FalsePositiveService service;

    FalsePositiveResource(FalsePositiveService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("identifier-list.edit")
    @Operation(
            operationId = "listFalsePositives",
            summary = "Confirmed false positives, newest first",
            description = "Identifiers that stand on no list of ours and can't be added to one.")
    public Page<FalsePositiveView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @POST
    @Path("/{id}/lifts")
    @Idempotent
    @PermissionsAllowed("identifier-list.publish")
    @Operation(
            operationId = "liftFalsePositive",
            summary = "Let a confirmed false positive be added again",
            description = "With a reason, once. It comes back onto no list by itself.")
    public RestResponse<FalsePositiveView> lift(@RestPath UUID id, @Valid @NotNull LiftFalsePositive command) {
        return RestResponse.ok(service.lift(id, command));
    }
}
