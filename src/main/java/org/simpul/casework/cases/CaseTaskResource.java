package org.simpul.casework.cases;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/cases/{id}/tasks")
@Tag(name = "FIU casework")
class CaseTaskResource {
    private final CaseTaskService service;

    CaseTaskResource(CaseTaskService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "listCaseTasks",
            summary = "The tasks of a case, newest first",
            description = "All of them, or those of one status.")
    public Page<CaseTaskView> list(
            @RestPath UUID id,
            @RestQuery @Nullable CaseTaskStatus status,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        return service.list(id, status, PageRequest.of(size, token));
    }

    @POST
    @Idempotent
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "openCaseTask",
            summary = "Plan a task in a case",
            description = "By the team or a supervisor, for somebody on the team or for whoever takes it up. When it is"
                    + " overdue, its assignee is reminded once; all of the team where it has none.")
    public RestResponse<CaseTaskView> open(@RestPath UUID id, @Valid @NotNull PlanCaseTask command) {
        CaseTaskView task = service.open(id, command);
        return ResponseBuilder.<CaseTaskView>created(URI.create("/api/v1/cases/" + id + "/tasks/" + task.id()))
                .entity(task)
                .header(HttpHeaders.ETAG, EntityTags.of(task.revision()))
                .build();
    }

    @PUT
    @Path("/{taskId}")
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "changeCaseTask",
            summary = "Plan an open task anew",
            description = "With the entity tag that was read.")
    public RestResponse<CaseTaskView> change(
            @RestPath UUID id,
            @RestPath UUID taskId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PlanCaseTask command) {
        return answer(service.change(id, taskId, ifMatch, command));
    }

    @POST
    @Path("/{taskId}/decisions")
    @Idempotent
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "decideOnCaseTask",
            summary = "Say that a task is done, or drop it",
            description = "By the team or a supervisor.")
    public RestResponse<CaseTaskView> decide(
            @RestPath UUID id, @RestPath UUID taskId, @Valid @NotNull DecideOnCaseTask command) {
        return answer(service.decide(id, taskId, command));
    }

    private static RestResponse<CaseTaskView> answer(CaseTaskView task) {
        return ResponseBuilder.ok(task)
                .header(HttpHeaders.ETAG, EntityTags.of(task.revision()))
                .build();
    }
}
