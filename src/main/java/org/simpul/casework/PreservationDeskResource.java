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
import org.simpul.referral.AskToPreserve;
import org.simpul.referral.PreservationView;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/intakes/{id}/preservation-requests")
@Tag(name = "FIU casework")
class PreservationDeskResource {
    private final PreservationDeskService service;

    PreservationDeskResource(PreservationDeskService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "askToPreserve",
            summary = "Ask the submitter to keep what it holds",
            description = "Names held items of the newest submission and a day. In every status of the intake; the"
                    + " submitter learns that it is asked, and nothing of why.")
    public RestResponse<PreservationView> ask(@RestPath UUID id, @Valid @NotNull AskToPreserve ask) {
        return ResponseBuilder.<PreservationView>created(URI.create("/api/v1/intakes/" + id + "/preservation-requests"))
                .entity(service.ask(id, ask))
                .build();
    }

    @GET
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "listIntakePreservationRequests",
            summary = "What the submitter was asked to keep, newest first",
            description = "Each item with the submitter's last answer.")
    public Page<PreservationView> list(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(id, PageRequest.of(size, token));
    }
}
