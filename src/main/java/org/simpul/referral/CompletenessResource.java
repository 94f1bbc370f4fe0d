package org.simpul.referral;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/referrals/{id}/completeness")
@Tag(name = "Referrals")
class CompletenessResource {
    private final CompletenessService service;

    CompletenessResource(CompletenessService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("referral.read")
    @Operation(
            operationId = "readReferralCompleteness",
            summary = "What a referral of ours has and lacks, before it is handed over",
            description =
                    "A score of 0 to 100 over the newest version, and each piece with its weight: what is required"
                            + " is what the hand-over asks for, what is recommended makes the FIU faster. Not stored, and not"
                            + " shown to the FIU.")
    public CompletenessView read(UUID id) {
        return service.read(id);
    }
}
