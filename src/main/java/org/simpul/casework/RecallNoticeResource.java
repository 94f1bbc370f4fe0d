package org.simpul.casework;

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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/recall-notices")
@Tag(name = "Disseminations")
class RecallNoticeResource {
    private final RecallNoticeService service;

    RecallNoticeResource(RecallNoticeService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("dissemination.read")
    @Operation(
            operationId = "listRecallNotices",
            summary = "What we received and was recalled, or superseded; newest first",
            description =
                    "With whoever it came from, what to do now, and whether it was confirmed. What came from somebody who"
                            + " handed it on is told under that name. What came to one person by name is told to"
                            + " that person alone. The content is not there any more.")
    public Page<RecallNoticeView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("dissemination.read")
    @Operation(
            operationId = "readRecallNotice",
            summary = "A notice, signed by the hub",
            description =
                    "With a signature that can be verified outside of the hub by its notice keys. The FIU sees that a recall"
                            + " was read.")
    public SignedNotice read(@RestPath UUID id) {
        return service.read(id);
    }

    @POST
    @Path("/{id}/retentions")
    @Idempotent
    @PermissionsAllowed("dissemination.acknowledge")
    @Operation(
            operationId = "keepRecalledByLaw",
            summary = "Tell the FIU that a law orders us to keep what was recalled",
            description = "Once for each notice, with the reason. No reminder follows; reading stays closed.")
    public RestResponse<RecallNoticeView> keep(@RestPath UUID id, @Valid @NotNull KeepByLaw command) {
        return ResponseBuilder.<RecallNoticeView>created(URI.create("/api/v1/recall-notices/" + id))
                .entity(service.keep(id, command))
                .build();
    }

    @POST
    @Path("/{id}/deletions")
    @Idempotent
    @PermissionsAllowed("dissemination.acknowledge")
    @Operation(
            operationId = "confirmDeletion",
            summary = "Tell the FIU that what we took out is deleted",
            description = "Once for each notice. Until then the FIU sees that it is waited for, and reminds.")
    public RestResponse<RecallNoticeView> confirm(@RestPath UUID id) {
        return ResponseBuilder.<RecallNoticeView>created(URI.create("/api/v1/recall-notices"))
                .entity(service.confirm(id))
                .build();
    }
}
