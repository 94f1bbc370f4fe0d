package org.simpul.identifier.sighting;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;

@Path("/api/v1/identifier-lists/{id}")
@Tag(name = "Identifier lists")
class ListSightingResource {
    private final SightingService service;

    ListSightingResource(SightingService service) {
        this.service = service;
    }

    @POST
    @Path("/sightings")
    @Idempotent
    @PermissionsAllowed("sighting.report")
    @Operation(
            operationId = "reportSighting",
            summary = "Say that an entry was seen, is a false positive, or is no longer used",
            description =
                    "Of what stands in the newest edition that reaches us. We alone read it; the owner of the list"
                            + " learns sums over all members, and no other member anything.")
    public RestResponse<SightingView> report(@RestPath UUID id, @Valid @NotNull ReportSighting command) {
        return ResponseBuilder.<SightingView>created(URI.create("/api/v1/sightings"))
                .entity(service.report(id, command))
                .build();
    }

    @POST
    @Path("/sighting-sums")
    @PermissionsAllowed("sighting.sum")
    @Operation(
            operationId = "sumSightings",
            summary = "How often entries of ours were seen",
            description =
                    "By all members together: never by whom, nor by how many. Entries that nobody spoke of are left"
                            + " out.")
    public Page<SightingSum> sum(@RestPath UUID id, @Valid @NotNull AskSightings command) {
        return service.sum(id, command);
    }
}
