package org.simpul.referral;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/referrals/{id}/red-flags")
@Tag(name = "Referrals")
class RedFlagResource {
    private final RedFlagService service;

    RedFlagResource(RedFlagService service) {
        this.service = service;
    }

    @PUT
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "citeRedFlags",
            summary = "Say which red flags were observed",
            description = "Each by the version of the typology that was read; replaces those cited before. Needs"
                    + " If-Match.")
    public RestResponse<CiteRedFlags> replace(
            UUID id, @RestHeader("If-Match") String ifMatch, @Valid @NotNull CiteRedFlags cited) {
        return Tagged.ok(service.replace(id, ifMatch, cited));
    }
}
