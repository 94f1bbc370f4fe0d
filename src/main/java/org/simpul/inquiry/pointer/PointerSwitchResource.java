package org.simpul.inquiry.pointer;

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

@Path("/api/v1/pointer-switches")
@Tag(name = "Pointer")
class PointerSwitchResource {
    private final PointerSwitchService service;

    PointerSwitchResource(PointerSwitchService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("pointer.switch")
    @Operation(
            operationId = "proposePointerSwitch",
            summary = "Propose to switch the pointer on for an agency",
            description =
                    "For its matters of one predicate offence, until an end. It takes a second person to put it in"
                            + " force: then a search of the agency by identifier says whether the FIU holds it.")
    @APIResponseSchema(value = PointerSwitchView.class, responseCode = "201", responseDescription = "Proposed")
    public RestResponse<PointerSwitchView> propose(@Valid @NotNull ProposePointerSwitch command) {
        PointerSwitchView view = service.propose(command);
        return ResponseBuilder.<PointerSwitchView>created(URI.create("/api/v1/pointer-switches/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @PermissionsAllowed("pointer.switch")
    @Operation(
            operationId = "listPointerSwitches",
            summary = "Switches of the pointer, newest first",
            description = "Also those that were declined, or are over.")
    public Page<PointerSwitchView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("pointer.switch")
    @StepUp
    @Operation(
            operationId = "decideOnPointerSwitch",
            summary = "Switch the pointer on as proposed, or decline it",
            description = "By another person than who proposed it, naming the digest that was read.")
    public RestResponse<PointerSwitchView> decide(@RestPath UUID id, @Valid @NotNull ApproveOrDecline command) {
        return RestResponse.ok(service.decide(id, command));
    }

    @POST
    @Path("/{id}/closures")
    @Idempotent
    @PermissionsAllowed("pointer.switch")
    @Operation(
            operationId = "switchPointerOff",
            summary = "Switch the pointer off",
            description = "At once, and by one person.")
    public RestResponse<PointerSwitchView> switchOff(@RestPath UUID id) {
        return RestResponse.ok(service.switchOff(id));
    }
}
