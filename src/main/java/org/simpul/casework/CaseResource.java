package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.jspecify.annotations.Nullable;
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
            description = "Whoever opens it is its team. A restricted one is seen by its team alone, and for a time by"
                    + " supervisors with a grant. A case is never disclosed.")
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
        return answer(service.add(id, command));
    }

    @POST
    @Path("/{id}/intakes/{intakeId}/removals")
    @Idempotent
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "removeIntakeFromCase",
            summary = "Take an intake out of the case",
            description = "With a reason, by the team or a supervisor. What was disseminated of it stays, and the"
                    + " timeline keeps that it was here.")
    public RestResponse<CaseSummary> remove(
            @RestPath UUID id, @RestPath UUID intakeId, @Valid @NotNull RemoveIntake command) {
        return answer(service.remove(id, intakeId, command));
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "decideOnCase",
            summary = "Close a case, or open it again",
            description = "With the entity tag that was read, by the team or a supervisor. Reopening takes two:"
                    + " PROPOSE_REOPENING, and REOPEN by another person with case.reopen. A closed case takes no intakes,"
                    + " notes or tasks.")
    public RestResponse<CaseSummary> decide(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DecideOnCase command) {
        return answer(service.decide(id, ifMatch, command));
    }

    @GET
    @Path("/{id}/timeline")
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "readCaseTimeline",
            summary = "Who did what in a case, newest first",
            description =
                    "Intakes in and out, team and grants, notes, tasks, disseminations and their deliveries. Texts"
                            + " stand in the notes themselves.")
    public Page<CaseEventView> timeline(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.timeline(id, PageRequest.of(size, token));
    }

    private static RestResponse<CaseSummary> answer(CaseSummary file) {
        return ResponseBuilder.ok(file)
                .header(HttpHeaders.ETAG, EntityTags.of(file.revision()))
                .build();
    }
}
