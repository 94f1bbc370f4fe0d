package org.simpul.typology.practice;

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

@Path("/api/v1/red-flag-proposals")
@Tag(name = "Typologies")
class ProposalResource {
    private final ProposalService service;

    ProposalResource(ProposalService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed({"red-flag.propose", "proposal.decide"})
    @Operation(
            operationId = "listRedFlagProposals",
            summary = "Proposed red flags, newest first",
            description = "An institution reads its own with the FIU's answers, the FIU all of them.")
    public Page<ProposalView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed({"red-flag.propose", "proposal.decide"})
    @Operation(
            operationId = "readRedFlagProposal",
            summary = "A proposed red flag",
            description = "With the FIU's answer, once there is one.")
    public ProposalView read(@RestPath UUID id) {
        return service.read(id);
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("proposal.decide")
    @Operation(
            operationId = "decideOnRedFlagProposal",
            summary = "Accept a proposed red flag, or decline it",
            description = "An accepted one enters the typology's open draft, or one that is opened for it, with a"
                    + " provenance that names nobody; like any other content it is reviewed, approved and published. A"
                    + " decline needs a reason.")
    public RestResponse<ProposalView> decide(@RestPath UUID id, @Valid @NotNull DecideProposal command) {
        return RestResponse.ok(service.decide(id, command));
    }
}
