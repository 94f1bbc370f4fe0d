package org.simpul.oversight;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/access-reports")
@Tag(name = "Oversight")
class AccessReportResource {
    private final AccessReportService service;

    AccessReportResource(AccessReportService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("access-report.read")
    @Operation(
            operationId = "readAccessReport",
            summary = "Who did how much in a quarter",
            description = "Reads, searches, exports, unmaskings, other acts and denials, by institution; with"
                    + " `participant_id` by person of it, under the hub's own id. `quarter` is e.g. `2026-Q1`, the last"
                    + " whole one where none is given. Nothing of what was read.")
    public AccessReport read(@RestQuery String quarter, @RestQuery("participant_id") UUID participantId) {
        return service.read(quarter, participantId);
    }
}
