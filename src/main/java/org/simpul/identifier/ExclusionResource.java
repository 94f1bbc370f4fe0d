package org.simpul.identifier;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/exclusions")
@Tag(name = "FIU casework")
class ExclusionResource {
    private final ExclusionService service;

    ExclusionResource(ExclusionService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("link.read")
    @Operation(
            operationId = "listExclusions",
            summary = "The exclusion list, newest first",
            description = "Identifiers that many share for good reason: collection and settlement accounts, government,"
                    + " charities, regulators. They link no referrals.")
    public Page<ExclusionView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @POST
    @Idempotent
    @PermissionsAllowed("exclusion-list.edit")
    @Operation(
            operationId = "addExclusion",
            summary = "Put an identifier on the exclusion list",
            description = "From the next look on it links nothing, and whoever looks is shown why.")
    @APIResponseSchema(value = ExclusionView.class, responseCode = "201", responseDescription = "Added")
    public RestResponse<ExclusionView> add(@Valid @NotNull AddExclusion command) {
        ExclusionView added = service.add(command);
        return ResponseBuilder.<ExclusionView>created(URI.create("/api/v1/exclusions/" + added.id()))
                .entity(added)
                .build();
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("exclusion-list.edit")
    @Operation(
            operationId = "removeExclusion",
            summary = "Take an identifier off the exclusion list",
            description = "From the next look on it links again.")
    public void remove(@RestPath UUID id) {
        service.remove(id);
    }
}
