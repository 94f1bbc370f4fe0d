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

@Path("/api/v1/retention-schedules")
@Tag(name = "Retention")
class ScheduleResource {
    private final ScheduleService service;

    ScheduleResource(ScheduleService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("retention.propose")
    @StepUp
    @Operation(
            operationId = "proposeRetentionSchedule",
            summary = "Propose how long records are kept",
            description = "With the law that sets each period. It is in force when the overseer has approved it, the"
                    + " operator has installed it, and its day has come. What has no period is kept.")
    @APIResponseSchema(value = ScheduleView.class, responseCode = "201", responseDescription = "Proposed")
    public RestResponse<ScheduleView> propose(@Valid @NotNull ProposeSchedule form) {
        ScheduleView view = service.propose(form);
        return ResponseBuilder.<ScheduleView>created(URI.create("/api/v1/retention-schedules/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @PermissionsAllowed({"retention.propose", "retention.approve", "retention.install"})
    @Operation(
            operationId = "listRetentionSchedules",
            summary = "The schedules of retention, newest first",
            description = "For the FIU, the overseer and the operator.")
    public Page<ScheduleView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed({"retention.propose", "retention.approve", "retention.install"})
    @Operation(
            operationId = "readRetentionSchedule",
            summary = "Read a schedule of retention",
            description = "With its digest, that whoever approves and installs it names.")
    public RestResponse<ScheduleView> read(@RestPath UUID id) {
        return RestResponse.ok(service.read(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("retention.approve")
    @StepUp
    @Operation(
            operationId = "decideOnRetentionSchedule",
            summary = "Approve a schedule of retention, or decline it",
            description = "By the overseer, naming the digest that was read.")
    public RestResponse<ScheduleView> decide(@RestPath UUID id, @Valid @NotNull ApproveOrDecline command) {
        return RestResponse.ok(service.decide(id, command));
    }

    @POST
    @Path("/{id}/installations")
    @Idempotent
    @PermissionsAllowed("retention.install")
    @StepUp
    @Operation(
            operationId = "installRetentionSchedule",
            summary = "Install a schedule that was approved",
            description = "By the operator, naming the digest. It takes the place of the one in force when its day has"
                    + " come.")
    public RestResponse<ScheduleView> install(@RestPath UUID id, @Valid @NotNull NameDigest command) {
        return RestResponse.ok(service.install(id, command));
    }
}
