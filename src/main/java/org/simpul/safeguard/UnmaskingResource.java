package org.simpul.safeguard;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.access.StepUp;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.urgency.ActAlone;

@Path("/api/v1/unmaskings")
@Tag(name = "Protected subjects")
class UnmaskingResource {
    private final UnmaskingService service;

    UnmaskingResource(UnmaskingService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("victim.unmask.request")
    @Operation(
            operationId = "requestUnmasking",
            summary = "Ask to see who a protected subject is",
            description =
                    "A reporting entity in its own referral; the FIU in an intake of the caller's case, or in triage by the"
                            + " caller;"
                            + " a named officer in a dissemination for LOCATE_AND_PROTECT. A second person decides.")
    public RestResponse<UnmaskingView> request(@Valid @NotNull RequestUnmasking command) {
        UnmaskingView view = service.request(command);
        return ResponseBuilder.<UnmaskingView>created(URI.create("/api/v1/unmaskings/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @PermissionsAllowed({"victim.unmask.request", "victim.unmask.approve"})
    @Operation(
            operationId = "listUnmaskings",
            summary = "Requests to unmask, newest first",
            description = "The institution's for who may agree to them; one's own for everybody else.")
    public Page<UnmaskingView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed({"victim.unmask.request", "victim.unmask.approve"})
    @Operation(
            operationId = "readUnmasking",
            summary = "A request to unmask",
            description = "With its reason and how far it is, and without a detail.")
    public UnmaskingView read(@RestPath UUID id) {
        return service.read(id);
    }

    @POST
    @Path("/{id}/decisions")
    @StepUp
    @Idempotent
    @PermissionsAllowed("victim.unmask.approve")
    @Operation(
            operationId = "decideOnUnmasking",
            summary = "Agree that somebody sees who a protected subject is, or decline",
            description =
                    "By another person than the one who asked, of the same institution, under the same purpose and"
                            + " matter. From then on the details are open for 15 minutes.")
    public RestResponse<UnmaskingView> decide(@RestPath UUID id, @Valid @NotNull DecideOnUnmasking command) {
        return ResponseBuilder.ok(service.decide(id, command)).build();
    }

    @POST
    @Path("/{id}/alone-openings")
    @StepUp
    @Idempotent
    @PermissionsAllowed("p1.act-alone")
    @Operation(
            operationId = "openUnmaskingAlone",
            summary = "See at once who a protected subject of a P1 is, without the second person",
            description =
                    "By the one who asked, with a second factor, on a ground of the closed list, under the same purpose and"
                            + " matter. A second person reviews it within four hours, or the overseer is alerted.")
    public RestResponse<UnmaskingView> openAlone(@RestPath UUID id, @Valid @NotNull ActAlone command) {
        return ResponseBuilder.ok(service.openAlone(id, command)).build();
    }

    @GET
    @Path("/{id}/details")
    @StepUp
    @PermissionsAllowed("victim.unmask.request")
    @Operation(
            operationId = "readUnmaskedSubject",
            summary = "Who the protected subject is",
            description = "For the one who asked alone, while it is open. Each read is in the audit. Keep it nowhere.")
    public RestResponse<UnmaskedSubject> details(@RestPath UUID id) {
        return ResponseBuilder.ok(service.details(id))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
