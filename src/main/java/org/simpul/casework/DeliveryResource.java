package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.simpul.shared.Page;

@Path("/api/v1/disseminations/{id}")
@Tag(name = "Disseminations")
class DeliveryResource {
    private final DeliveryService service;

    DeliveryResource(DeliveryService service) {
        this.service = service;
    }

    @GET
    @Path("/deliveries")
    @PermissionsAllowed("dissemination.draft")
    @Operation(
            operationId = "listDisseminationDeliveries",
            summary = "How far each recipient of a version is",
            description =
                    "For the FIU: who acknowledged it, what stands as the outcome, what was recalled and whether its"
                            + " deletion was confirmed.")
    public Page<DeliveryView> list(@RestPath UUID id) {
        return service.list(id);
    }
}
