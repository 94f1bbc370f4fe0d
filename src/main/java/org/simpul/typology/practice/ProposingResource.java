package org.simpul.typology.practice;

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

@Path("/api/v1/typologies/{id}/red-flag-proposals")
@Tag(name = "Typologies")
class ProposingResource {
    private final ProposalService service;

    ProposingResource(ProposalService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("red-flag.propose")
    @Operation(
            operationId = "proposeRedFlag",
            summary = "Propose a red flag that we have seen",
            description = "On a typology that is published to us, in both languages. The FIU reads it; no other"
                    + " institution learns that there is a proposal, nor from whom an accepted one came.")
    public RestResponse<ProposalView> propose(@RestPath UUID id, @Valid @NotNull ProposeRedFlag command) {
        ProposalView view = service.propose(id, command);
        return ResponseBuilder.<ProposalView>created(URI.create("/api/v1/red-flag-proposals/" + view.id()))
                .entity(view)
                .build();
    }
}
