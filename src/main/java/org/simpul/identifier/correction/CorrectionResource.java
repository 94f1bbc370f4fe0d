package org.simpul.identifier.correction;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/identifier-corrections")
@Tag(name = "Identifier lists")
class CorrectionResource {
    private final CorrectionService service;

    CorrectionResource(CorrectionService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed({"identifier.propose", "proposal.decide"})
    @Operation(
            operationId = "listIdentifierCorrections",
            summary = "Proposed corrections, newest first",
            description = "An institution reads its own with the answers, the owner of the lists all of them.")
    public Page<CorrectionView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed({"identifier.propose", "proposal.decide"})
    @Operation(
            operationId = "readIdentifierCorrection",
            summary = "A proposed correction",
            description = "With the owner's answer, once there is one.")
    public CorrectionView read(@RestPath UUID id) {
        return service.read(id);
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("proposal.decide")
    @Operation(
            operationId = "decideOnIdentifierCorrection",
            summary = "Accept a proposed correction, or decline it",
            description =
                    "By somebody else than who proposed it. An accepted one changes the open draft and goes out with"
                            + " the next edition, as a plain removal; a false positive leaves every list of ours and may not come back"
                            + " until that is lifted. Who accepts has written on the draft.")
    public RestResponse<CorrectionView> decide(@RestPath UUID id, @Valid @NotNull DecideOnCorrection command) {
        return RestResponse.ok(service.decide(id, command));
    }
}
