package org.simpul.matter;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

@Path("/api/v1/matters")
@Tag(name = "Law enforcement")
class MatterResource {
    private final MatterService service;

    MatterResource(MatterService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("matter.register")
    @Operation(
            operationId = "registerMatter",
            summary = "Register a matter",
            description = "Done by the agency's supervisor. Its officers read persons and search only under a matter"
                    + " that is live, by sending its number as Case-Reference. How long it may run is bounded.")
    @APIResponseSchema(value = MatterView.class, responseCode = "201", responseDescription = "Registered")
    public RestResponse<MatterView> register(@Valid @NotNull RegisterMatter command) {
        MatterView matter = service.register(command);
        return ResponseBuilder.<MatterView>created(URI.create("/api/v1/matters/" + matter.id()))
                .entity(matter)
                .build();
    }

    @GET
    @PermissionsAllowed("matter.read")
    @Operation(
            operationId = "listMatters",
            summary = "Our matters, newest first",
            description = "Expired ones as well; a number that has expired opens nothing.")
    public Page<MatterView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @POST
    @Path("/{id}/extensions")
    @Idempotent
    @PermissionsAllowed("matter.register")
    @Operation(
            operationId = "extendMatter",
            summary = "Give a matter a later end",
            description =
                    "With a reason. Also of one that has expired: it is live again. One that is closed stays closed.")
    public RestResponse<MatterView> extend(@RestPath UUID id, @Valid @NotNull ExtendMatter command) {
        return RestResponse.ok(service.extend(id, command));
    }

    @POST
    @Path("/{id}/closures")
    @Idempotent
    @PermissionsAllowed("matter.register")
    @Operation(
            operationId = "closeMatter",
            summary = "Close a matter",
            description = "With a reason. Nobody reads persons or searches under it from the next request on.")
    public RestResponse<MatterView> close(@RestPath UUID id, @Valid @NotNull CloseMatter command) {
        return RestResponse.ok(service.close(id, command));
    }
}
