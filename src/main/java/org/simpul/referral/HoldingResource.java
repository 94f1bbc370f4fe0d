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

@Path("/api/v1/referrals/{id}")
@Tag(name = "Referrals")
class HoldingResource {
    private final HoldingService service;

    HoldingResource(HoldingService service) {
        this.service = service;
    }

    @PUT
    @Path("/document-references")
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "nameReferralDocuments",
            summary = "Name the documents that stand for attachments",
            description =
                    "The hub takes no files: name what your institution holds, so that it can be asked for. A hash"
                            + " is that of a document, never of a picture or a film. Replaces those named before. Needs"
                            + " If-Match.")
    public RestResponse<NameDocuments> nameDocuments(
            UUID id, @RestHeader("If-Match") String ifMatch, @Valid @NotNull NameDocuments named) {
        return Tagged.ok(service.nameDocuments(id, ifMatch, named));
    }

    @PUT
    @Path("/held-items")
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "listHeldItems",
            summary = "List what your institution holds and may overwrite",
            description =
                    "Camera pictures, logs, chats, recordings: with the day on which they are overwritten, so that"
                            + " the FIU can ask in time that they are kept. An item that was listed before keeps its reference"
                            + " when it is sent with it. Replaces what was listed before. Needs If-Match.")
    public RestResponse<ListHeldItems> listHeldItems(
            UUID id, @RestHeader("If-Match") String ifMatch, @Valid @NotNull ListHeldItems listed) {
        return Tagged.ok(service.listHeldItems(id, ifMatch, listed));
    }
}
