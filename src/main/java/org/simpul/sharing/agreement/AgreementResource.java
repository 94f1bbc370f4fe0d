package org.simpul.sharing.agreement;

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

@Path("/api/v1/agreements")
@Tag(name = "Foreign FIUs")
class AgreementResource {
    private final AgreementService service;

    AgreementResource(AgreementService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("agreement.read")
    @Operation(
            operationId = "listAgreements",
            summary = "What is agreed with foreign FIUs, newest first",
            description = "All of them for the FIU; a foreign FIU reads its own, once they came into force.")
    public Page<AgreementView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @POST
    @Idempotent
    @PermissionsAllowed("agreement.set")
    @Operation(
            operationId = "proposeAgreement",
            summary = "Propose an agreement with a foreign FIU",
            description =
                    "In force once another person has approved it, in the place of the one before. Without one that"
                            + " allows person-level data nothing about a person crosses the border.")
    public RestResponse<AgreementView> propose(@Valid @NotNull AgreementForm form) {
        AgreementView view = service.propose(form);
        return ResponseBuilder.<AgreementView>created(URI.create("/api/v1/agreements/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("agreement.read")
    @Operation(
            operationId = "readAgreement",
            summary = "Read an agreement",
            description = "By the FIU, and by its counterpart once it came into force.")
    public AgreementView read(@RestPath UUID id) {
        return service.read(id);
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @StepUp
    @PermissionsAllowed("agreement.set")
    @Operation(
            operationId = "decideOnAgreement",
            summary = "Put a proposed agreement in force, or decline it",
            description = "By another person than who proposed it, naming the digest that was read.")
    public RestResponse<AgreementView> decide(@RestPath UUID id, @Valid @NotNull DecideOnAgreement command) {
        return RestResponse.ok(service.decide(id, command));
    }

    @POST
    @Path("/{id}/endings")
    @Idempotent
    @PermissionsAllowed("agreement.set")
    @Operation(
            operationId = "endAgreement",
            summary = "End an agreement",
            description = "At once, and by one person. Nothing more about a person is given or asked under it; what was"
                    + " given before is taken back by a recall.")
    public RestResponse<AgreementView> end(@RestPath UUID id) {
        return RestResponse.ok(service.end(id));
    }
}
