package org.simpul.identifier.correction;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
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

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("identifier-list.publish")
    @Operation(
            operationId = "liftFalsePositive",
            summary = "Let a confirmed false positive be added again",
            description = "It comes back onto no list by itself.")
    public void lift(@RestPath UUID id) {
        service.lift(id);
    }
}
