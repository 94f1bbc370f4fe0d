package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/intakes/{id}/links")
@Tag(name = "FIU casework")
class LinkResource {
    private final LinkService service;

    LinkResource(LinkService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("link.read")
    @Operation(
            operationId = "listIntakeLinks",
            summary = "What links a referral to others",
            description = "By identifiers that other referrals hold, and by names that are alike; computed now, stored"
                    + " nowhere, for the FIU alone. What too many share, or stands on the exclusion list, is told with"
                    + " its reason and links nobody. Names are not shown: the subjects' references lead to them.")
    public IntakeLinks links(@RestPath UUID id) {
        return service.of(id);
    }
}
