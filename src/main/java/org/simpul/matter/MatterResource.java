package org.simpul.matter;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
                    + " that is registered and has not expired, by sending its number as Case-Reference.")
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
}
