package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.simpul.access.StepUp;
import org.simpul.shared.Idempotent;

@Path("/api/v1/recalls/{id}")
@Tag(name = "Disseminations")
class RecallDecisionResource {
    private final RecallService service;

    RecallDecisionResource(RecallService service) {
        this.service = service;
    }

    @POST
    @Path("/decisions")
    @Idempotent
    @PermissionsAllowed("disclosure.recall")
    @StepUp
    @Operation(
            operationId = "decideOnRecall",
            summary = "Take back what somebody asked to be, or leave it",
            description = "By another person than who asked for it.")
    public RestResponse<RecallView> decide(@RestPath UUID id, @Valid @NotNull DecideOnRecall command) {
        return RestResponse.ok(service.decide(id, command));
    }
}
