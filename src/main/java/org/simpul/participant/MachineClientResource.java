package org.simpul.participant;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.access.StepUp;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/machine-clients")
@Tag(name = "Administration")
class MachineClientResource {
    private final MachineClientService service;

    MachineClientResource(MachineClientService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @StepUp
    @PermissionsAllowed("machine-client.manage")
    @Operation(
            operationId = "registerMachineClient",
            summary = "Let a system act for us",
            description = "With one or more narrow roles, never one that decides or administers, and with its public"
                    + " keys. It gets its tokens at the token endpoint by an assertion that it signs (RFC 7523).")
    @APIResponseSchema(value = MachineClientView.class, responseCode = "201", responseDescription = "Registered")
    public RestResponse<MachineClientView> register(@Valid @NotNull RegisterMachine command) {
        MachineClientView machine = service.register(command);
        return ResponseBuilder.<MachineClientView>created(URI.create("/api/v1/machine-clients/" + machine.id()))
                .entity(machine)
                .header(HttpHeaders.ETAG, EntityTags.of(machine.revision()))
                .build();
    }

    @GET
    @PermissionsAllowed("machine-client.manage")
    @Operation(
            operationId = "listMachineClients",
            summary = "Our machine clients, newest first",
            description = "Revoked ones as well.")
    public Page<MachineClientView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("machine-client.manage")
    @Operation(
            operationId = "readMachineClient",
            summary = "One machine client",
            description = "With its public keys, and when it was last seen.")
    public RestResponse<MachineClientView> read(@RestPath UUID id) {
        return ok(service.read(id));
    }

    @PUT
    @Path("/{id}/keys")
    @StepUp
    @PermissionsAllowed("machine-client.manage")
    @Operation(
            operationId = "rotateMachineClientKeys",
            summary = "Replace its keys",
            description = "The whole set, one or two public keys, naming in If-Match what was read. To rotate without a"
                    + " gap send the old and the new one, let the system sign with the new one, then send the new one"
                    + " alone.")
    public RestResponse<MachineClientView> rotate(
            @RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @Valid @NotNull KeySet keys) {
        return ok(service.rotate(id, ifMatch, keys));
    }

    @POST
    @Path("/{id}/revocations")
    @Idempotent
    @PermissionsAllowed("machine-client.manage")
    @Operation(
            operationId = "revokeMachineClient",
            summary = "Revoke it",
            description = "Works on its next request, also with tokens that it already has, and for good. Revoking a"
                    + " revoked one changes nothing.")
    public RestResponse<MachineClientView> revoke(@RestPath UUID id) {
        return ok(service.revoke(id));
    }

    private static RestResponse<MachineClientView> ok(MachineClientView machine) {
        return ResponseBuilder.ok(machine)
                .header(HttpHeaders.ETAG, EntityTags.of(machine.revision()))
                .build();
    }
}
