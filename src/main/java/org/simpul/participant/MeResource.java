package org.simpul.participant;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/me")
@Tag(name = "Identity")
class MeResource {
    private final MeService service;

    MeResource(MeService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("self.read")
    @Operation(
            operationId = "readMe",
            summary = "Who am I to the hub?",
            description = "The caller's institution, the roles that count under its kind, and what they allow.")
    public Me read() {
        return service.read();
    }
}
