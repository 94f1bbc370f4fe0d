package org.simpul.oversight;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

@Path("/api/v1/anomalies")
@Tag(name = "Oversight")
class AnomalyResource {
    private final AnomalyService service;

    AnomalyResource(AnomalyService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("anomaly.review")
    @Operation(
            operationId = "listAnomalies",
            summary = "What looks odd in what people did, newest first",
            description =
                    "The overseer reads those of all institutions, an auditor of the FIU those of the FIU's people;"
                            + " nobody reads what is about oneself. What was done is looked up in the audit.")
    public Page<AnomalyView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @POST
    @Path("/{id}/reviews")
    @Idempotent
    @PermissionsAllowed("anomaly.review")
    @Operation(
            operationId = "reviewAnomaly",
            summary = "Say what came of an anomaly",
            description = "EXPLAINED or FOLLOWED_UP, with a note; once for each institution.")
    public RestResponse<AnomalyView> review(@RestPath UUID id, @Valid @NotNull ReviewAnomaly command) {
        return RestResponse.ok(service.review(id, command));
    }
}
