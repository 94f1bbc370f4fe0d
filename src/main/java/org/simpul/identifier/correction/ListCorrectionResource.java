package org.simpul.identifier.correction;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Idempotent;

@Path("/api/v1/identifier-lists/{id}")
@Tag(name = "Identifier lists")
class ListCorrectionResource {
    private final CorrectionService service;

    ListCorrectionResource(CorrectionService service) {
        this.service = service;
    }

    @POST
    @Path("/corrections")
    @Idempotent
    @PermissionsAllowed("identifier.propose")
    @Operation(
            operationId = "proposeIdentifierCorrection",
            summary = "Propose to correct an entry of a list",
            description =
                    "Of what stands in the newest edition that reaches us: it is a false positive, should be another"
                            + " identifier, or is used no more. We and the owner of the list read it; no other member learns that"
                            + " there is a proposal.")
    public RestResponse<CorrectionView> propose(@RestPath UUID id, @Valid @NotNull ProposeCorrection command) {
        CorrectionView view = service.propose(id, command);
        return ResponseBuilder.<CorrectionView>created(URI.create("/api/v1/identifier-corrections/" + view.id()))
                .entity(view)
                .build();
    }
}
