package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.access.StepUp;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/disseminations/{id}")
@Tag(name = "Disseminations")
class RecallResource {
    private final RecallService service;

    RecallResource(RecallService service) {
        this.service = service;
    }

    @POST
    @Path("/recall-requests")
    @Idempotent
    @PermissionsAllowed("recall.request")
    @Operation(
            operationId = "requestRecall",
            summary = "Ask that what was disseminated be taken back",
            description =
                    "From some recipients or all, on a reason of the closed list. Another person decides; until then"
                            + " nothing changes.")
    public RestResponse<RecallView> request(@RestPath UUID id, @Valid @NotNull RecallForm form) {
        return created(service.request(id, form));
    }

    @POST
    @Path("/recalls")
    @Idempotent
    @PermissionsAllowed("disclosure.recall")
    @StepUp
    @Operation(
            operationId = "recallDissemination",
            summary = "Take back what was disseminated",
            description =
                    "From some recipients or all, at once: from the next request on nothing is found there by them, nor by"
                            + " whoever they handed it on to. Each recipient gets a notice to delete what it took out, and confirms"
                            + " it. A recipient never learns the reason.")
    public RestResponse<RecallView> recall(@RestPath UUID id, @Valid @NotNull RecallForm form) {
        return created(service.recall(id, form));
    }

    @GET
    @Path("/recalls")
    @PermissionsAllowed("dissemination.draft")
    @Operation(
            operationId = "listRecalls",
            summary = "What was recalled of a dissemination, or is asked to be; newest first",
            description = "For the FIU, of all versions of it, with who has confirmed the deletion.")
    public Page<RecallView> list(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(id, PageRequest.of(size, token));
    }

    private static RestResponse<RecallView> created(RecallView view) {
        return ResponseBuilder.<RecallView>created(
                        URI.create("/api/v1/disseminations/" + view.disseminationId() + "/recalls"))
                .entity(view)
                .build();
    }
}
