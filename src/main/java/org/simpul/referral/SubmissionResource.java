package org.simpul.referral;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.simpul.access.StepUp;
import org.simpul.shared.Idempotent;
import org.simpul.urgency.ActAlone;

@Path("/api/v1/referrals/{id}")
@Tag(name = "Referrals")
class SubmissionResource {
    private final SubmissionService service;

    SubmissionResource(SubmissionService service) {
        this.service = service;
    }

    @POST
    @Path("/handovers")
    @Idempotent
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "handOverReferral",
            summary = "Hand a draft over to the compliance officer",
            description = "Names all that is missing (422), or freezes the draft until it is decided on.")
    public RestResponse<ReferralView> handOver(UUID id) {
        return Tagged.ok(service.handOver(id));
    }

    @POST
    @Path("/decisions")
    @Idempotent
    @PermissionsAllowed("referral.submit")
    @Operation(
            operationId = "decideReferral",
            summary = "Submit a referral to the FIU, or give it back",
            description =
                    "APPROVE names the digest that was read, and is for somebody who neither wrote on the referral"
                            + " nor handed it over; the version is sealed for good. RETURN names a reason.")
    public RestResponse<ReferralView> decide(UUID id, @Valid @NotNull Decision decision) {
        return Tagged.ok(service.decide(id, decision));
    }

    @POST
    @Path("/alone-submissions")
    @Idempotent
    @PermissionsAllowed("p1.act-alone")
    @StepUp
    @Operation(
            operationId = "submitReferralAlone",
            summary = "Submit a P1 at once, without the second person",
            description =
                    "From a complete draft of urgency P1 straight to the FIU, by one person with a second factor, on"
                            + " a ground of the closed list, with the entity tag that was read. It takes effect at once; an approver"
                            + " reviews it within four hours, or the overseer is alerted. Simpul is no emergency service: the answer"
                            + " says whom to call.")
    public RestResponse<ReferralView> submitAlone(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull ActAlone command) {
        return Tagged.ok(service.submitAlone(id, ifMatch, command));
    }

    @POST
    @Path("/versions")
    @Idempotent
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "openReferralVersion",
            summary = "Correct a submitted referral by a new version",
            description = "It begins with all that the last one says, and takes the same road. What was submitted stays"
                    + " as it is.")
    public RestResponse<ReferralView> openVersion(UUID id) {
        Edited<ReferralView> referral = service.openVersion(id);
        return Tagged.created(
                "/api/v1/referrals/%s/versions/%d"
                        .formatted(id, referral.view().version().number()),
                referral);
    }
}
