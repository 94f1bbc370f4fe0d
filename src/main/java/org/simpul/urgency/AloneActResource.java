package org.simpul.urgency;

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
import org.simpul.access.StepUp;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/alone-acts")
@Tag(name = "Urgency")
class AloneActResource {
    private final AloneActService service;

    AloneActResource(AloneActService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed({"referral.submit", "dissemination.approve", "victim.unmask.approve", "rfi.authorise"})
    @Operation(
            operationId = "listAloneActs",
            summary = "What people of ours did alone, newest first",
            description = "Of the kinds that the caller may approve. A review is due within hours; one that is late is"
                    + " marked and stays in the list.")
    public Page<AloneActView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @POST
    @Path("/{id}/reviews")
    @Idempotent
    @StepUp
    @PermissionsAllowed({"referral.submit", "dissemination.approve", "victim.unmask.approve", "rfi.authorise"})
    @Operation(
            operationId = "reviewAloneAct",
            summary = "Review what somebody did alone",
            description =
                    "By a person who had no hand in it and may approve its kind, with a second factor, naming the digest that was read. The act stays in"
                            + " effect; NOT_UPHELD is recorded and alerts the approvers and the overseer.")
    public RestResponse<AloneActView> review(@RestPath UUID id, @Valid @NotNull ReviewAloneAct command) {
        return RestResponse.ok(service.review(id, command));
    }
}
