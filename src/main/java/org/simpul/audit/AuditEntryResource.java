package org.simpul.audit;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/audit-entries")
@Tag(name = "Oversight")
class AuditEntryResource {
    private final AuditEntryService service;

    AuditEntryResource(AuditEntryService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("audit.read")
    @Operation(
            operationId = "listAuditEntries",
            summary = "Who did what, newest first",
            description =
                    "For the overseer: acts of all institutions, without any content. Reading is recorded as well.")
    public Page<AuditEntryView> list(
            @RestQuery String act,
            @RestQuery("participant_id") UUID participantId,
            @RestQuery Outcome outcome,
            @RestQuery("object_id") UUID objectId,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        return service.list(
                new AuditEntryService.Filter(act, participantId, outcome, objectId), PageRequest.of(size, token));
    }
}
