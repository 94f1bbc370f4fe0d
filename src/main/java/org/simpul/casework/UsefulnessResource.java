package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.EntityTags;

@Path("/api/v1/intakes/{id}/usefulness")
@Tag(name = "FIU casework")
class UsefulnessResource {
    private final UsefulnessService service;

    UsefulnessResource(UsefulnessService service) {
        this.service = service;
    }

    @PUT
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "gradeIntakeUsefulness",
            summary = "Say how useful a referral was",
            description = "For the FIU alone. Its submitter learns shares of a quarter's referrals, of twenty or more"
                    + " together. Needs the intake's ETag as If-Match.")
    public RestResponse<GradeUsefulness> grade(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull GradeUsefulness command) {
        long revision = service.grade(id, ifMatch, command);
        return ResponseBuilder.ok(command)
                .header(HttpHeaders.ETAG, EntityTags.of(revision))
                .build();
    }
}
