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
import org.jspecify.annotations.Nullable;
import org.simpul.referral.MessageView;
import org.simpul.referral.VersionDifferences;
import org.simpul.referral.VersionSummary;
import org.simpul.referral.WriteMessage;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/intakes/{id}")
@Tag(name = "FIU casework")
class IntakeFileResource {
    private final IntakeFileService service;

    IntakeFileResource(IntakeFileService service) {
        this.service = service;
    }

    @GET
    @Path("/messages")
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "listIntakeMessages",
            summary = "What we and the submitter wrote to each other, newest first",
            description = "Under a purpose. Of the submitter the institution is named, never who wrote. Protected"
                    + " subjects are masked.")
    public Page<MessageView> messages(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.messages(id, PageRequest.of(size, token));
    }

    @POST
    @Path("/messages")
    @Idempotent
    @PermissionsAllowed("message.write")
    @Operation(
            operationId = "writeIntakeMessage",
            summary = "Write to the submitter about its referral",
            description = "Under a purpose. Read by the submitter alone, so it tells nothing of what others referred or"
                    + " what we do with it. A text that tells who is protected is refused.")
    public RestResponse<MessageView> write(@RestPath UUID id, @Valid @NotNull WriteMessage message) {
        MessageView written = service.write(id, message);
        return ResponseBuilder.<MessageView>created(URI.create("/api/v1/intakes/%s/messages".formatted(id)))
                .entity(written)
                .build();
    }

    @GET
    @Path("/versions")
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "listIntakeVersions",
            summary = "The submitted versions, newest first",
            description = "Under a purpose. Never who approved them.")
    public Page<VersionSummary> versions(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.versions(id, PageRequest.of(size, token));
    }

    @GET
    @Path("/versions/{number}/differences")
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "compareIntakeVersions",
            summary = "What a submitted version says otherwise than another one",
            description = "Under a purpose. Field by field; from is the version before when it is left out. Whoever is"
                    + " protected by now is masked on both sides, and of a protected subject it is only told that it"
                    + " changed.")
    public VersionDifferences differences(@RestPath UUID id, @RestPath int number, @RestQuery @Nullable Integer from) {
        return service.differences(id, number, from);
    }
}
