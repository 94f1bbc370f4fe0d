package org.simpul.identifier.screening;

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
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/screening-runs")
@Tag(name = "Identifier lists")
class ScreeningRunResource {
    private final ScreeningRuns runs;

    ScreeningRunResource(ScreeningRuns runs) {
        this.runs = runs;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("identifier.screen")
    @APIResponseSchema(value = ScreeningRunView.class, responseCode = "201", responseDescription = "Opened")
    @Operation(
            operationId = "openScreeningRun",
            summary = "Open a run that screens a file of values",
            description =
                    "Says what holds for rows that do not tell their type and scope. The file itself is sent next, to"
                            + " …/content; a run takes one file, and is deleted with its results after seven days.")
    public RestResponse<ScreeningRunView> open(@Valid @NotNull OpenScreeningRun command) {
        ScreeningRunView run = runs.open(command);
        return ResponseBuilder.<ScreeningRunView>created(URI.create("/api/v1/screening-runs/" + run.id()))
                .entity(run)
                .build();
    }

    @GET
    @PermissionsAllowed("identifier.screen")
    @Operation(
            operationId = "listScreeningRuns",
            summary = "Our screenings of files, newest first",
            description = "Our institution's own, and nobody else's, until they expire.")
    public Page<ScreeningRunView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return runs.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("identifier.screen")
    @Operation(
            operationId = "readScreeningRun",
            summary = "How the screening of a file stands",
            description = "May be asked while the file is being sent, and until it expires.")
    public ScreeningRunView read(@RestPath UUID id) {
        return runs.get(id);
    }

    @GET
    @Path("/{id}/hits")
    @PermissionsAllowed("identifier.screen")
    @Operation(
            operationId = "listScreeningRunHits",
            summary = "Which rows of a file stand on which list, in its order",
            description =
                    "By row, never the value. Each hit is looked up anew: what has left its list, or stands on a list"
                            + " that reaches us no longer, is told no longer, and a page may be shorter for it. A hit is"
                            + " never proof.")
    public Page<ScreeningRunHit> hits(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return runs.hits(id, PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}/refusals")
    @PermissionsAllowed("identifier.screen")
    @Operation(
            operationId = "listScreeningRunRefusals",
            summary = "Which rows of a file were not asked, in its order",
            description = "By row and code, never the value. The first 10,000 are kept, all are counted.")
    public Page<ScreeningRefusalView> refusals(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return runs.refusals(id, PageRequest.of(size, token));
    }
}
