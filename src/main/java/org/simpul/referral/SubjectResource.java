package org.simpul.referral;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.simpul.shared.Idempotent;

@Path("/api/v1/referrals/{id}/subjects")
@Tag(name = "Referrals")
class SubjectResource {
    private final SubjectService service;

    SubjectResource(SubjectService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "addReferralSubject",
            summary = "Add a subject to a draft",
            description =
                    "Identifiers are stored in canonical form. A possible victim and anyone under 18 is protected:"
                            + " name, remarks and identifiers are encrypted, left out of every answer, and replaced by the"
                            + " subject's reference in the transactions. Needs If-Match.")
    public RestResponse<SubjectView> add(
            UUID id, @RestHeader("If-Match") String ifMatch, @Valid @NotNull SubjectInput input) {
        Edited<SubjectView> subject = service.add(id, ifMatch, input);
        return Tagged.created(
                "/api/v1/referrals/%s/subjects/%s".formatted(id, subject.view().id()), subject);
    }

    @PUT
    @Path("/{subjectId}")
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "editReferralSubject",
            summary = "Write a subject of a draft anew",
            description = "Replaces all of it, also what is kept apart of a protected subject. Needs If-Match.")
    public RestResponse<SubjectView> edit(
            UUID id, UUID subjectId, @RestHeader("If-Match") String ifMatch, @Valid @NotNull SubjectInput input) {
        return Tagged.ok(service.edit(id, subjectId, ifMatch, input));
    }

    @DELETE
    @Path("/{subjectId}")
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "removeReferralSubject",
            summary = "Remove a subject from a draft",
            description = "Transactions that name a protected subject keep its reference. Needs If-Match.")
    public RestResponse<Void> remove(UUID id, UUID subjectId, @RestHeader("If-Match") String ifMatch) {
        return Tagged.gone(service.remove(id, subjectId, ifMatch));
    }
}
