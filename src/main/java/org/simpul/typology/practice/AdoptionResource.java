package org.simpul.typology.practice;

import io.quarkus.security.PermissionsAllowed;
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

@Path("/api/v1/typology-adoptions")
@Tag(name = "Typologies")
class AdoptionResource {
    private final AdoptionService service;

    AdoptionResource(AdoptionService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed({"typology.adopt", "typology.draft"})
    @Operation(
            operationId = "listTypologyAdoptions",
            summary = "Which versions are used, newest first",
            description = "An institution reads its own, the FIU those of what it published; ended ones too.")
    public Page<AdoptionView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @POST
    @Path("/{id}/ends")
    @Idempotent
    @PermissionsAllowed("typology.adopt")
    @Operation(
            operationId = "endTypologyAdoption",
            summary = "Say that we use a version no longer",
            description = "What was used until then stays in the record.")
    public RestResponse<AdoptionView> end(@RestPath UUID id) {
        return RestResponse.ok(service.end(id));
    }
}
