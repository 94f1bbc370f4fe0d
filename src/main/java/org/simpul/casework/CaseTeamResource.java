package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Idempotent;

@Path("/api/v1/cases/{id}")
@Tag(name = "FIU casework")
class CaseTeamResource {
    private final CaseTeamService service;

    CaseTeamResource(CaseTeamService service) {
        this.service = service;
    }

    @POST
    @Path("/members")
    @Idempotent
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "addCaseMember",
            summary = "Take a colleague into the team of a case",
            description = "By the team or a supervisor. A colleague who has signed in once and works on cases.")
    public RestResponse<CaseSummary> add(@RestPath UUID id, @Valid @NotNull AddCaseMember command) {
        return answer(service.add(id, command));
    }

    @DELETE
    @Path("/members/{personId}")
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "removeCaseMember",
            summary = "Take a colleague off the team of a case",
            description = "By the team or a supervisor. The last one stays, and nobody takes itself off a restricted"
                    + " case. Open tasks of who leaves are nobody's.")
    public RestResponse<CaseSummary> remove(@RestPath UUID id, @RestPath UUID personId) {
        return answer(service.remove(id, personId));
    }

    @PUT
    @Path("/restriction")
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "restrictCase",
            summary = "Keep a case to its team, or open it to all of the FIU",
            description = "With the entity tag that was read, by the team or a supervisor, who joins the team by it. A"
                    + " restricted case, and all that hangs on it, is absent for everybody else.")
    public RestResponse<CaseSummary> restrict(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull RestrictCase command) {
        return answer(service.restrict(id, ifMatch, command));
    }

    private static RestResponse<CaseSummary> answer(CaseSummary file) {
        return ResponseBuilder.ok(file)
                .header(HttpHeaders.ETAG, EntityTags.of(file.revision()))
                .build();
    }
}
