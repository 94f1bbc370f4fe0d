package org.simpul.referral.basis;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;

@Path("/api/v1/legal-bases")
@Tag(name = "Legal bases")
class LegalBasisResource {
    private final LegalBasisService service;

    LegalBasisResource(LegalBasisService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("disclosure.read")
    @Operation(
            operationId = "listLegalBases",
            summary = "The laws under which members share",
            description = "Those in force unless a status is named; of a use, or of all. The whole list in the order of"
                    + " its codes. Proposals are the FIU's to see: for others there are none.")
    public Page<LegalBasisView> list(@RestQuery @Nullable BasisStatus status, @RestQuery @Nullable BasisUse use) {
        return new Page<>(service.list(status, use), null);
    }

    @POST
    @Idempotent
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "proposeLegalBasis",
            summary = "Propose a legal basis for the list",
            description = "By the FIU; it can be named once a second person has approved it. A code that was declined"
                    + " can be proposed anew, one that was retired can not.")
    public RestResponse<LegalBasisView> propose(@Valid @NotNull ProposeLegalBasis form) {
        return ResponseBuilder.<LegalBasisView>created(URI.create("/api/v1/legal-bases?status=PROPOSED"))
                .entity(service.propose(form))
                .build();
    }

    @POST
    @Path("/{code}/decisions")
    @Idempotent
    @PermissionsAllowed("legal-basis.approve")
    @Operation(
            operationId = "decideOnLegalBasis",
            summary = "Put a legal basis into force, refuse it, or retire it",
            description =
                    "APPROVE and DECLINE by another person than the proposer; APPROVE names the digest that was read."
                            + " PROPOSE_RETIREMENT by one who may approve, and RETIRE by another; until then it stays in force,"
                            + " and DECLINE_RETIREMENT leaves it so. What was sealed under a retired one keeps it; so does what was"
                            + " handed over before, and a P1; other drafts can't name it any more.")
    public RestResponse<LegalBasisView> decide(@RestPath String code, @Valid @NotNull DecideOnLegalBasis decision) {
        return RestResponse.ok(service.decide(code, decision));
    }
}
