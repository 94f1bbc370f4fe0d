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

@Path("/api/v1/identifier-lists")
@Tag(name = "Identifier lists")
class ListResource {
    private final ListService service;
    private final DraftService drafts;
    private final EditionService editions;

    ListResource(ListService service, DraftService drafts, EditionService editions) {
        this.service = service;
        this.drafts = drafts;
        this.editions = editions;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("identifier-list.edit")
    @Operation(
            operationId = "beginIdentifierList",
            summary = "Begin a list of identifiers",
            description = "With its handling, its audience and its cadence, which all stay: each edition goes to that"
                    + " audience, and none sooner than the cadence after the one before.")
    public RestResponse<ListView> begin(@Valid @NotNull BeginList command) {
        ListView view = service.begin(command);
        return ResponseBuilder.<ListView>created(URI.create("/api/v1/identifier-lists/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @PermissionsAllowed("identifier.read")
    @Operation(
            operationId = "listIdentifierLists",
            summary = "Lists of identifiers that we may see, newest first",
            description = "Our own, and those of which an edition reaches us.")
    public Page<ListSummary> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("identifier.read")
    @Operation(
            operationId = "readIdentifierList",
            summary = "A list of identifiers",
            description =
                    "By the newest edition that reaches us. Its owner reads what the draft changes, the digest that"
                            + " a decision names, and whom an edition would reach now.")
    public ListView read(@RestPath UUID id) {
        return service.read(id);
    }

    @GET
    @Path("/{id}/entries")
    @PermissionsAllowed("identifier.read")
    @Operation(
            operationId = "listIdentifierListEntries",
            summary = "What stands on a list",
            description =
                    "In the newest edition that reaches us, in an order that tells nothing; never when, by whom or why"
                            + " it was added. Its owner reads the draft as well, and the grading. What one may do with it is"
                            + " the PAP label of the list.")
    public Page<EntryView> entries(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.entries(id, PageRequest.of(size, token));
    }

    @POST
    @Path("/{id}/entries")
    @Idempotent
    @PermissionsAllowed("identifier-list.edit")
    @Operation(
            operationId = "addIdentifierListEntries",
            summary = "Add identifiers to the draft of a list",
            description =
                    "All of them or none. What stands on it already is left as it is, what stands on the exclusion"
                            + " list is taken and told. More than 1,000 come as a file.")
    public RestResponse<ChangedEntries> add(@RestPath UUID id, @Valid @NotNull AddEntries command) {
        return RestResponse.ok(drafts.add(id, command));
    }

    @POST
    @Path("/{id}/removals")
    @Idempotent
    @PermissionsAllowed("identifier-list.edit")
    @Operation(
            operationId = "removeIdentifierListEntries",
            summary = "Take identifiers off a list",
            description = "In the draft: they leave with the next edition, as plain removals.")
    public RestResponse<ChangedEntries> remove(@RestPath UUID id, @Valid @NotNull RemoveEntries command) {
        return RestResponse.ok(drafts.remove(id, command));
    }

    @POST
    @Path("/{id}/handovers")
    @Idempotent
    @PermissionsAllowed("identifier-list.edit")
    @Operation(
            operationId = "handOverIdentifierList",
            summary = "Hand the draft of a list to the second person",
            description = "It is frozen until it is decided on, and until its edition is out.")
    public RestResponse<ListView> handOver(@RestPath UUID id) {
        return RestResponse.ok(editions.handOver(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("identifier-list.publish")
    @StepUp
    @Operation(
            operationId = "decideOnIdentifierList",
            summary = "Let the draft of a list go out, or give it back",
            description =
                    "By somebody who has neither written on it nor handed it over, naming the digest of what was read."
                            + " The edition goes out at once when the one before is as old as the cadence, else when it will"
                            + " be; a return needs a reason and opens the draft again.")
    public RestResponse<ListView> decide(@RestPath UUID id, @Valid @NotNull DecideOnList command) {
        return RestResponse.ok(editions.decide(id, command));
    }
}
