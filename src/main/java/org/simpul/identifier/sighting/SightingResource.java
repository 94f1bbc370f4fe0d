package org.simpul.identifier.sighting;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1")
@Tag(name = "Identifier lists")
class SightingResource {
    private final SightingService service;

    SightingResource(SightingService service) {
        this.service = service;
    }

    @POST
    @Path("/identifier-lists/{id}/sightings")
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

    @GET
    @Path("/sightings")
    @PermissionsAllowed("sighting.report")
    @Operation(
            operationId = "listSightings",
            summary = "What we said of entries, newest first",
            description = "Our institution's own, and nobody else's.")
    public Page<SightingView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @POST
    @Path("/identifier-lists/{id}/sighting-sums")
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
