package org.simpul.typology.review;

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

@Path("/api/v1/review-copies")
@Tag(name = "Typologies")
class ReviewResource {
    private final ReviewService service;

    ReviewResource(ReviewService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("typology.review")
    @Operation(
            operationId = "listReviewCopies",
            summary = "Drafts that we were asked to review, newest first",
            description = "Also those whose review is over. The FIU sees all of its own.")
    public Page<ReviewCopySummary> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("typology.review")
    @Operation(
            operationId = "readReviewCopy",
            summary = "A draft as it was given to us for review",
            description = "It never changes: other content is another copy. A partner reads what its own people said to"
                    + " it, the FIU what everybody said.")
    public ReviewCopyView read(@RestPath UUID id) {
        return service.read(id);
    }

    @POST
    @Path("/{id}/reviews")
    @Idempotent
    @PermissionsAllowed("typology.review")
    @Operation(
            operationId = "reviewTypology",
            summary = "Say what we think of a draft",
            description =
                    "A partner as CHILD_PROTECTION or SURVIVOR_ADVISER, the FIU's analysts, who have not written"
                            + " on it, as ANALYST; naming the digest of what was read. One endorsement of a partner is needed for"
                            + " publication, one BLOCKED stops it. Whoever says something later takes back what they said before.")
    public RestResponse<ReviewCopyView> review(@RestPath UUID id, @Valid @NotNull WriteReview command) {
        return RestResponse.status(RestResponse.Status.CREATED, service.write(id, command));
    }
}
