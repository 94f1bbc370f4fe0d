package org.simpul.sharing.consent;

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
import org.simpul.access.StepUp;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/consents")
@Tag(name = "Sharing")
class ConsentResource {
    private final ConsentService service;

    ConsentResource(ConsentService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("consent.request")
    @Operation(
            operationId = "requestConsent",
            summary = "Ask an originator to let us pass on, or take out, what we received",
            description =
                    "Of a dissemination that reaches the caller's institution. ONWARD names the authorities that it is to"
                            + " go to; EXPORT names nobody. Read by the originator and by whoever asks, and by nobody else.")
    public RestResponse<ConsentView> request(@Valid @NotNull ConsentForm form) {
        ConsentView view = service.request(form);
        return ResponseBuilder.<ConsentView>created(URI.create("/api/v1/consents/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @PermissionsAllowed({"consent.request", "consent.decide"})
    @Operation(
            operationId = "listConsents",
            summary = "Consents that we asked for, or that are asked of us; newest first",
            description = "Also those that were denied, revoked, or are over.")
    public Page<ConsentView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed({"consent.request", "consent.decide"})
    @Operation(
            operationId = "readConsent",
            summary = "A consent, and what the originator said to it",
            description = "By whoever asked, and the originator.")
    public ConsentView read(@RestPath UUID id) {
        return service.read(id);
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("consent.decide")
    @StepUp
    @Operation(
            operationId = "decideOnConsent",
            summary = "Grant or deny a consent",
            description =
                    "By the originator. A grant may be narrower than what was asked for: fewer recipients, an earlier end,"
                            + " conditions. A denial needs a reason.")
    public RestResponse<ConsentView> decide(@RestPath UUID id, @Valid @NotNull DecideOnConsent command) {
        return RestResponse.ok(service.decide(id, command));
    }

    @POST
    @Path("/{id}/revocations")
    @Idempotent
    @PermissionsAllowed("consent.decide")
    @StepUp
    @Operation(
            operationId = "revokeConsent",
            summary = "Revoke a consent",
            description =
                    "By the originator. Whatever was handed on under it is recalled at once, with everything below; exports"
                            + " under it are refused. Whoever loses it is told to delete it.")
    public RestResponse<ConsentView> revoke(@RestPath UUID id, @Valid @NotNull RevokeConsent command) {
        return RestResponse.ok(service.revoke(id, command));
    }
}
