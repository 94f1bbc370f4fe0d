package org.simpul.referral;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/referrals/{id}")
@Tag(name = "Referrals")
class CorrespondenceResource {
    private final CorrespondenceService service;

    CorrespondenceResource(CorrespondenceService service) {
        this.service = service;
    }

    @GET
    @Path("/messages")
    @PermissionsAllowed("referral.read")
    @Operation(
            operationId = "listReferralMessages",
            summary = "What we and the FIU wrote to each other about a referral of ours, newest first",
            description = "Of the FIU the institution is named, of ours who wrote. Protected subjects are masked, also"
                    + " in what was written before they were protected.")
    public Page<MessageView> messages(
            UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.messages(id, PageRequest.of(size, token));
    }

    @POST
    @Path("/messages")
    @Idempotent
    @PermissionsAllowed("message.write")
    @Operation(
            operationId = "writeReferralMessage",
            summary = "Write to the FIU about a submitted referral of ours",
            description = "Read by the FIU alone. A text that tells who is protected is refused. Once the referral was"
                    + " submitted the board stays open, whatever becomes of it.")
    public RestResponse<MessageView> write(UUID id, @Valid @NotNull WriteMessage message) {
        MessageView written = service.write(id, message);
        return ResponseBuilder.<MessageView>created(URI.create("/api/v1/referrals/%s/messages".formatted(id)))
                .entity(written)
                .build();
    }

    /** Not to be repeated by a key: it may be asked as often as one likes, and always answers alike. */
    @POST
    @Path("/withdrawal-requests")
    @PermissionsAllowed("referral.withdraw")
    @Operation(
            operationId = "askForReferralWithdrawal",
            summary = "Ask the FIU to withdraw a submitted referral of ours",
            description = "Answers 202 without a body, whatever the FIU does with the referral and however often it is"
                    + " asked. What follows is the FIU's, and is not told. It can still be corrected.")
    public RestResponse<Void> askWithdrawal(UUID id, @Valid @NotNull AskWithdrawal asking) {
        service.askWithdrawal(id, asking);
        return RestResponse.accepted();
    }
}
