package org.simpul.casework.cases;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/cases/{id}/grants")
@Tag(name = "FIU casework")
class CaseGrantResource {
    private final CaseGrantService service;

    CaseGrantResource(CaseGrantService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "listCaseGrants",
            summary = "Who was let into a restricted case",
            description = "Newest first, also those that are over.")
    public Page<CaseGrantView> list(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(id, PageRequest.of(size, token));
    }

    @POST
    @Idempotent
    @PermissionsAllowed("case.grant")
    @Operation(
            operationId = "giveCaseGrant",
            summary = "Let another supervisor into a restricted case",
            description = "For a time, with a reason, by a supervisor who sees it: on its team, or by a grant. Nobody"
                    + " lets itself in.")
    public RestResponse<CaseGrantView> give(@RestPath UUID id, @Valid @NotNull GiveCaseGrant command) {
        CaseGrantView grant = service.give(id, command);
        return ResponseBuilder.<CaseGrantView>created(URI.create("/api/v1/cases/" + id + "/grants/" + grant.id()))
                .entity(grant)
                .build();
    }

    @DELETE
    @Path("/{grantId}")
    @PermissionsAllowed("case.grant")
    @Operation(
            operationId = "endCaseGrant",
            summary = "End a grant before its time",
            description = "It closes the case on the very next request.")
    public RestResponse<CaseGrantView> end(@RestPath UUID id, @RestPath UUID grantId) {
        return ResponseBuilder.ok(service.end(id, grantId)).build();
    }
}
