package org.simpul.sharing.consent;

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
import org.simpul.access.ApproveOrDecline;
import org.simpul.access.StepUp;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/onward-disclosures")
@Tag(name = "Sharing")
class OnwardResource {
    private final OnwardService service;

    OnwardResource(OnwardService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("disclosure.draft")
    @Operation(
            operationId = "draftOnwardDisclosure",
            summary = "Draft that we hand on what we received",
            description =
                    "Under a live consent of the originator, to institutions that it names, until its end at the latest,"
                            + " with handling that is no looser than it came by. The answer shows who would receive it; nothing is"
                            + " handed on before a second person approves.")
    public RestResponse<OnwardView> draft(@Valid @NotNull OnwardForm form) {
        OnwardView view = service.draft(form);
        return ResponseBuilder.<OnwardView>created(URI.create("/api/v1/onward-disclosures/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @PermissionsAllowed({"disclosure.draft", "disclosure.approve"})
    @Operation(
            operationId = "listOnwardDisclosures",
            summary = "What we hand on, or are about to; newest first",
            description = "For the giver alone.")
    public Page<OnwardView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed({"disclosure.draft", "disclosure.approve"})
    @Operation(
            operationId = "readOnwardDisclosure",
            summary = "What is handed on, and who receives it",
            description = "With the digest that the second person names.")
    public OnwardView read(@RestPath UUID id) {
        return service.read(id);
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("disclosure.approve")
    @StepUp
    @Operation(
            operationId = "decideOnOnwardDisclosure",
            summary = "Hand it on, or leave it",
            description =
                    "By another person than who drafted it, naming the digest that was read. Recipients read it from then"
                            + " on, see who gave it and whose it is, and nothing of the consent.")
    public RestResponse<OnwardView> decide(@RestPath UUID id, @Valid @NotNull ApproveOrDecline command) {
        return RestResponse.ok(service.decide(id, command));
    }

    @POST
    @Path("/{id}/recalls")
    @Idempotent
    @PermissionsAllowed("disclosure.recall")
    @StepUp
    @Operation(
            operationId = "recallOnwardDisclosure",
            summary = "Take back what we handed on",
            description =
                    "At once, and by one person: from the next request on nothing is found there by its recipients,"
                            + " nor by whoever they handed it on to. Who has nothing left of it gets a notice to delete what it took"
                            + " out, and learns no reason.")
    public RestResponse<OnwardView> recall(@RestPath UUID id, @Valid @NotNull RecallOnward command) {
        return RestResponse.ok(service.recall(id, command));
    }
}
