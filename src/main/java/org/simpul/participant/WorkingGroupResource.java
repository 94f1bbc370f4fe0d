package org.simpul.participant;

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
import org.simpul.access.StepUp;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/working-groups")
@Tag(name = "Working groups")
class WorkingGroupResource {
    private final WorkingGroupService service;

    WorkingGroupResource(WorkingGroupService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("working-group.manage")
    @Operation(
            operationId = "createWorkingGroup",
            summary = "Open a working group",
            description = "It belongs to the FIU and is empty at first. Nobody outside learns of it.")
    @APIResponseSchema(value = WorkingGroupView.class, responseCode = "201", responseDescription = "Opened")
    public RestResponse<WorkingGroupView> create(@Valid @NotNull CreateGroup command) {
        WorkingGroupView group = service.create(command);
        return ResponseBuilder.<WorkingGroupView>created(URI.create("/api/v1/working-groups/" + group.id()))
                .entity(group)
                .build();
    }

    @GET
    @PermissionsAllowed("working-group.read")
    @Operation(
            operationId = "listWorkingGroups",
            summary = "Working groups, newest first",
            description = "The FIU reads all of its groups, a member those that it is inside of now.")
    public Page<WorkingGroupSummary> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("working-group.read")
    @Operation(
            operationId = "readWorkingGroup",
            summary = "One working group and who is inside",
            description = "Those inside see who else is; the FIU also sees who left, and who is to join later.")
    public WorkingGroupView read(@RestPath UUID id) {
        return service.read(id);
    }

    @POST
    @Path("/{id}/members")
    @Idempotent
    @StepUp
    @PermissionsAllowed("working-group.manage")
    @Operation(
            operationId = "addWorkingGroupMember",
            summary = "Take an institution in",
            description = "Now, or from joined_at on. From then on it reads what is disclosed to the group, also what"
                    + " was disclosed before.")
    public RestResponse<WorkingGroupView> join(@RestPath UUID id, @Valid @NotNull AddGroupMember command) {
        return RestResponse.ok(service.join(id, command));
    }

    @POST
    @Path("/{id}/members/{participantId}/departures")
    @Idempotent
    @PermissionsAllowed("working-group.manage")
    @Operation(
            operationId = "endWorkingGroupMembership",
            summary = "Let an institution leave",
            description = "Now: from its next request on it reads nothing that it had through the group alone. Its stay"
                    + " remains in the group's history.")
    public RestResponse<WorkingGroupView> leave(@RestPath UUID id, @RestPath UUID participantId) {
        return RestResponse.ok(service.leave(id, participantId));
    }
}
