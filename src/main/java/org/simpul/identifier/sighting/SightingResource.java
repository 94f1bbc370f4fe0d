package org.simpul.identifier.sighting;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/sightings")
@Tag(name = "Identifier lists")
class SightingResource {
    private final SightingService service;

    SightingResource(SightingService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("sighting.report")
    @Operation(
            operationId = "listSightings",
            summary = "What we said of entries, newest first",
            description = "Our institution's own, and nobody else's.")
    public Page<SightingView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }
}
