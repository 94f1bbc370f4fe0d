package org.simpul.typology.practice;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.simpul.shared.Idempotent;

@Path("/api/v1/typologies/{id}/versions/{number}/adoptions")
@Tag(name = "Typologies")
class AdoptingResource {
    private final AdoptionService service;

    AdoptingResource(AdoptionService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("typology.adopt")
    @Operation(
            operationId = "adoptTypology",
            summary = "Say that we use a version",
            description = "In place of the one that we used before. The FIU reads it, no other institution does.")
    public RestResponse<AdoptionView> adopt(@RestPath UUID id, @RestPath int number) {
        return RestResponse.status(RestResponse.Status.CREATED, service.adopt(id, number));
    }
}
