package org.simpul.typology;

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
import org.simpul.access.StepUp;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/typologies")
@Tag(name = "Typologies")
class TypologyResource {
    private final TypologyService service;
    private final PublicationService publication;

    TypologyResource(TypologyService service, PublicationService publication) {
        this.service = service;
        this.publication = publication;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("typology.draft")
    @Operation(
            operationId = "draftTypology",
            summary = "Draft a typology",
            description =
                    "In Indonesian and English. No single red flag may reach the threshold, a flag of the"
                            + " category CONTEXT weighs nothing, and all flags together can reach what the combination asks for.")
    public RestResponse<TypologyView> draft(@Valid @NotNull TypologyContent content) {
        TypologyView view = service.draft(content);
        return created(view, URI.create("/api/v1/typologies/" + view.id()));
    }

    @GET
    @PermissionsAllowed("typology.read")
    @Operation(
            operationId = "listTypologies",
            summary = "Typologies that we may see, newest first",
            description = "Of each the newest version that was published to us; its owner sees drafts as well.")
    public Page<TypologySummary> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("typology.read")
    @Operation(
            operationId = "readTypology",
            summary = "The newest version of a typology that we may see",
            description = "With its red flags, their weights and provenance. A referral cites version_id and the code"
                    + " of the flag. Its owner reads the digest that a decision names, and to whom it would go.")
    public RestResponse<TypologyView> read(@RestPath UUID id) {
        return ok(service.read(id));
    }

    @GET
    @Path("/{id}/versions/{number}")
    @PermissionsAllowed("typology.read")
    @Operation(
            operationId = "readTypologyVersion",
            summary = "One version of a typology",
            description = "A published version never changes.")
    public RestResponse<TypologyView> read(@RestPath UUID id, @RestPath int number) {
        return ok(service.read(id, number));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed("typology.draft")
    @Operation(
            operationId = "editTypology",
            summary = "Write a draft anew",
            description = "The whole content, naming in If-Match what was read. The code stays.")
    public RestResponse<TypologyView> edit(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull TypologyContent content) {
        return ok(service.edit(id, ifMatch, content));
    }

    @POST
    @Path("/{id}/versions")
    @Idempotent
    @PermissionsAllowed("typology.draft")
    @Operation(
            operationId = "openTypologyVersion",
            summary = "Open the next version",
            description = "A draft that begins as a copy of the published version; readers keep that one until the"
                    + " next is published.")
    public RestResponse<TypologyView> next(@RestPath UUID id) {
        TypologyView view = service.next(id);
        return created(view, URI.create("/api/v1/typologies/" + view.id() + "/versions/" + view.number()));
    }

    @POST
    @Path("/{id}/handovers")
    @Idempotent
    @PermissionsAllowed("typology.draft")
    @Operation(
            operationId = "handOverTypology",
            summary = "Hand a draft to the second person",
            description = "With its audience: kinds of institutions, single ones, working groups of ours. The answer"
                    + " names who would receive it now; the draft is frozen until it"
                    + " is decided on.")
    public RestResponse<TypologyView> handOver(@RestPath UUID id, @Valid @NotNull HandOver command) {
        return ok(publication.handOver(id, command));
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("typology.publish")
    @StepUp
    @Operation(
            operationId = "decideOnTypology",
            summary = "Publish a typology, or give it back",
            description =
                    "By somebody who has not written on it, naming the digest of what was read. Approval seals"
                            + " the version and discloses it to its audience; a return needs a reason and opens the draft again.")
    public RestResponse<TypologyView> decide(@RestPath UUID id, @Valid @NotNull Decide command) {
        return ok(publication.decide(id, command));
    }

    private static RestResponse<TypologyView> ok(TypologyView view) {
        return ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, EntityTags.of(view.revision()))
                .build();
    }

    private static RestResponse<TypologyView> created(TypologyView view, URI location) {
        return ResponseBuilder.<TypologyView>created(location)
                .entity(view)
                .header(HttpHeaders.ETAG, EntityTags.of(view.revision()))
                .build();
    }
}
