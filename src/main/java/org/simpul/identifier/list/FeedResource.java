package org.simpul.identifier.list;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.PageRequest;

@Path("/api/v1/identifier-lists/{id}")
@Tag(name = "Identifier lists")
class FeedResource {
    private final FeedService service;
    private final Snapshot snapshot;

    FeedResource(FeedService service, Snapshot snapshot) {
        this.service = service;
        this.snapshot = snapshot;
    }

    @GET
    @Path("/changes")
    @PermissionsAllowed("identifier.read")
    @Operation(
            operationId = "listIdentifierListChanges",
            summary = "What changed since an edition that we have",
            description =
                    "From the edition named by since (0 for none) to the one named by until, or to the newest that"
                            + " reaches us. An entry that was taken back, has expired or was a false positive is a plain"
                            + " removal; nothing tells which.")
    public ChangesView changes(
            @RestPath UUID id,
            @RestQuery @DefaultValue("0") @Min(0) int since,
            @RestQuery Integer until,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        return service.changes(id, since, until, PageRequest.of(size, token));
    }

    @GET
    @Path("/snapshot")
    @Produces(Lines.TYPE)
    @PermissionsAllowed("identifier.read")
    @APIResponse(
            responseCode = "200",
            description = "The entries, one in each line; the header Edition has the number of the edition",
            content = @Content(mediaType = Lines.TYPE, schema = @Schema(implementation = EntryView.class)))
    @Operation(
            operationId = "readIdentifierListSnapshot",
            summary = "A whole edition, as lines of JSON",
            description = "The newest that reaches us. An answer that breaks off is not whole: ask again.")
    public RestResponse<StreamingOutput> read(@RestPath UUID id) {
        int number = service.snapshot(id);
        return ResponseBuilder.ok(snapshot.of(id, number))
                .header("Edition", number)
                .build();
    }
}
