package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.simpul.shared.EntityTags;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/cases")
@Tag(name = "FIU casework")
class CaseResource {
    private final CaseService service;

    CaseResource(CaseService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "openCase",
            summary = "Open a case from accepted intakes",
            description = "Whoever opens it is its team. A case is never disclosed.")
    public RestResponse<CaseSummary> open(@Valid @NotNull OpenCase command) {
        CaseSummary file = service.open(command);
        return ResponseBuilder.<CaseSummary>created(URI.create("/api/v1/cases/" + file.id()))
                .entity(file)
                .header(HttpHeaders.ETAG, EntityTags.of(file.revision()))
                .build();
    }

    @GET
    @PermissionsAllowed("case.work")
    @Operation(operationId = "listCases", summary = "Our cases, newest first", description = "Without their intakes.")
    public Page<CaseSummary> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("case.work")
    @Operation(operationId = "readCase", summary = "A case with its intakes", description = "Under a purpose.")
    public RestResponse<CaseView> read(@RestPath UUID id) {
        CaseView view = service.read(id);
        return ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, EntityTags.of(view.summary().revision()))
                .build();
    }

    @POST
    @Path("/{id}/intakes")
    @Idempotent
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "addIntakeToCase",
            summary = "Take an accepted intake into the case",
            description = "One that is under analysis, retained or disseminated.")
    public RestResponse<CaseSummary> add(@RestPath UUID id, @Valid @NotNull AddIntake command) {
        CaseSummary file = service.add(id, command);
        return ResponseBuilder.ok(file)
                .header(HttpHeaders.ETAG, EntityTags.of(file.revision()))
                .build();
    }
}
