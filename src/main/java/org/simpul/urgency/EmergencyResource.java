package org.simpul.urgency;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/emergency-contacts")
@Tag(name = "Urgency")
class EmergencyResource {
    private final EmergencyService service;

    EmergencyResource(EmergencyService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("self.read")
    @Operation(
            operationId = "readEmergencyContacts",
            summary = "Whom to call when somebody is in danger now",
            description =
                    "Simpul is no emergency service. The text comes in the language of the request, the numbers as"
                            + " the operator of the hub has set them.")
    public EmergencyNotice read() {
        return service.read();
    }
}
