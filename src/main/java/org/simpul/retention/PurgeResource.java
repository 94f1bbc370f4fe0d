package org.simpul.retention;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.access.ApproveOrDecline;
import org.simpul.access.StepUp;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/purges")
@Tag(name = "Retention")
class PurgeResource {
    private final PurgeService service;

    PurgeResource(PurgeService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("retention.propose")
    @Operation(
            operationId = "countPurge",
            summary = "Count what a purge would take",
            description = "The dry run: for each class how many have expired by the schedule in force, how many of them"
                    + " are on legal hold, and since when. Nothing is deleted.")
    @APIResponseSchema(value = PurgeView.class, responseCode = "201", responseDescription = "Counted")
    public RestResponse<PurgeView> count() {
        PurgeView view = service.count();
        return ResponseBuilder.<PurgeView>created(URI.create("/api/v1/purges/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @PermissionsAllowed({"retention.propose", "audit.read"})
    @Operation(
            operationId = "listPurges",
            summary = "Purges, newest first",
            description = "For the FIU, the overseer and the auditor.")
    public Page<PurgeView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed({"retention.propose", "audit.read"})
    @Operation(
            operationId = "readPurge",
            summary = "Read a purge, and its certificate",
            description = "Counts, dates and digests, and no content. The audit keeps the digest of the certificate.")
    public RestResponse<PurgeView> read(@RestPath UUID id) {
        return RestResponse.ok(service.read(id));
    }

    @POST
    @Path("/{id}/orders")
    @Idempotent
    @PermissionsAllowed("retention.propose")
    @StepUp
    @Operation(
            operationId = "orderPurge",
            summary = "Order a purge that was counted",
            description = "Naming the digest. Nothing is deleted until the overseer approves it.")
    public RestResponse<PurgeView> order(@RestPath UUID id, @Valid @NotNull NameDigest command) {
        return RestResponse.ok(service.order(id, command));
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("retention.approve")
    @StepUp
    @Operation(
            operationId = "decideOnPurge",
            summary = "Approve a purge, or decline it",
            description = "By the overseer, naming the digest. Once approved it is done in portions, each whole or not"
                    + " at all, and ends with a certificate.")
    public RestResponse<PurgeView> decide(@RestPath UUID id, @Valid @NotNull ApproveOrDecline command) {
        return RestResponse.ok(service.decide(id, command));
    }
}
