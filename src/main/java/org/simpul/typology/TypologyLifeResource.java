package org.simpul.typology;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import org.simpul.access.StepUp;
import org.simpul.shared.Idempotent;
import org.simpul.typology.review.ReviewCopyView;

/** What a typology goes through beside its drafting and publication. */
@Path("/api/v1/typologies")
@Tag(name = "Typologies")
class TypologyLifeResource {
    private final ReviewOpening opening;
    private final RetirementService retirement;
    private final TypologyService service;

    TypologyLifeResource(ReviewOpening opening, RetirementService retirement, TypologyService service) {
        this.opening = opening;
        this.retirement = retirement;
        this.service = service;
    }

    @POST
    @Path("/{id}/review-copies")
    @Idempotent
    @PermissionsAllowed("typology.draft")
    @Operation(
            operationId = "openTypologyReview",
            summary = "Give a draft to its reviewers",
            description =
                    "Both languages must be complete; what is missing is named (422). A copy that never changes is"
                            + " shown to the partners, the draft to nobody. Content that is under review already is shown to more"
                            + " reviewers. Other content begins the review anew.")
    public RestResponse<ReviewCopyView> open(@RestPath UUID id, @Valid @NotNull OpenReview command) {
        ReviewCopyView view = opening.open(id, command);
        return ResponseBuilder.<ReviewCopyView>created(URI.create("/api/v1/review-copies/" + view.id()))
                .entity(view)
                .build();
    }

    @POST
    @Path("/{id}/retirements")
    @Idempotent
    @PermissionsAllowed("typology.draft")
    @Operation(
            operationId = "proposeTypologyRetirement",
            summary = "Propose that a typology is no longer used",
            description = "With a reason in both languages, which its readers read once a second person has agreed.")
    public RestResponse<TypologyView> propose(@RestPath UUID id, @Valid @NotNull ProposeRetirement command) {
        return RestResponse.ok(retirement.propose(id, command));
    }

    @POST
    @Path("/{id}/retirement-decisions")
    @Idempotent
    @PermissionsAllowed("typology.publish")
    @StepUp
    @Operation(
            operationId = "decideOnTypologyRetirement",
            summary = "Retire a typology, or say why not",
            description = "By another person than who proposed it, naming the digest in the typology's retirement. A"
                    + " retired typology is still read, since referrals cite it, and no longer cited or adopted; a version"
                    + " that was open is given up.")
    public RestResponse<TypologyView> decide(@RestPath UUID id, @Valid @NotNull Decide command) {
        return RestResponse.ok(retirement.decide(id, command));
    }

    @GET
    @Path("/{id}/versions/{number}/changes")
    @PermissionsAllowed("typology.read")
    @Operation(
            operationId = "compareTypologyVersions",
            summary = "What a version says otherwise than another one",
            description = "Than the one before, or the version named by since; both must be versions that we may see."
                    + " By field and language; red flags that came, went or changed; and texts that changed in one"
                    + " language alone.")
    public TypologyChanges compare(@RestPath UUID id, @RestPath int number, @RestQuery @Min(1) Integer since) {
        return service.compare(id, number, since);
    }
}
