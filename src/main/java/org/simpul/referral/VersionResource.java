package org.simpul.referral;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/referrals/{id}/versions")
@Tag(name = "Referrals")
class VersionResource {
    private final VersionHistory history;

    VersionResource(VersionHistory history) {
        this.history = history;
    }

    @GET
    @PermissionsAllowed("referral.read")
    @Operation(
            operationId = "listReferralVersions",
            summary = "The versions of a referral of ours, newest first",
            description = "Each with who approved it and the digest that was approved; the open one too.")
    public Page<VersionSummary> list(
            UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return history.listOwn(id, PageRequest.of(size, token));
    }

    @GET
    @Path("/{number}/differences")
    @PermissionsAllowed("referral.read")
    @Operation(
            operationId = "compareReferralVersions",
            summary = "What a version of a referral of ours says otherwise than another one",
            description = "Field by field; from is the version before when it is left out. Whoever is protected by now"
                    + " is masked on both sides, and of a protected subject it is only told that it changed.")
    public VersionDifferences differences(UUID id, int number, @RestQuery @Nullable Integer from) {
        return history.differencesOfOwn(id, number, from);
    }
}
