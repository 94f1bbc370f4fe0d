package org.simpul.identifier.list;

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

@Path("/api/v1/identifier-lists/{id}")
@Tag(name = "Identifier lists")
class ListRecallResource {
    private final ListRecallService service;

    ListRecallResource(ListRecallService service) {
        this.service = service;
    }

    @POST
    @Path("/recalls")
    @Idempotent
    @PermissionsAllowed("disclosure.recall")
    @StepUp
    @Operation(
            operationId = "proposeIdentifierListRecall",
            summary = "Propose to take back what went out of a list",
            description = "At once and as a whole, when it can't wait for the next edition. Nothing ends until a second"
                    + " person agrees.")
    public RestResponse<ListRecallView> propose(@RestPath UUID id, @Valid @NotNull ProposeListRecall command) {
        return ResponseBuilder.<ListRecallView>created(URI.create("/api/v1/identifier-lists/" + id + "/recalls"))
                .entity(service.propose(id, command))
                .build();
    }

    @GET
    @Path("/recalls")
    @PermissionsAllowed("disclosure.recall")
    @Operation(
            operationId = "listRecallsOfIdentifierList",
            summary = "Recalls of a list of ours, newest first",
            description = "With the reason, which no receiver reads, and the second person's word.")
    public Page<ListRecallView> list(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(id, PageRequest.of(size, token));
    }

    @POST
    @Path("/recall-decisions")
    @Idempotent
    @PermissionsAllowed("disclosure.recall")
    @StepUp
    @Operation(
            operationId = "decideOnIdentifierListRecall",
            summary = "Take back what went out of a list, or decline to",
            description = "By somebody else than who proposed it. From the next request on the list is to its receivers"
                    + " as if it had never been; they are told that it was recalled, and not why. The draft opens, also one"
                    + " that was approved; its next edition reaches the audience again.")
    public RestResponse<ListRecallView> decide(@RestPath UUID id, @Valid @NotNull DecideOnListRecall command) {
        return RestResponse.ok(service.decide(id, command));
    }
}
