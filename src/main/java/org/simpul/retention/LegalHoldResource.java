package org.simpul.retention;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.access.ApproveOrDecline;
import org.simpul.access.StepUp;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/legal-holds")
@Tag(name = "Retention")
class LegalHoldResource {
    private final LegalHoldService service;

    LegalHoldResource(LegalHoldService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("legal-hold.draft")
    @Operation(
            operationId = "draftLegalHold",
            summary = "Ask that something be kept whatever its period says",
            description = "For the FIU. It keeps from now on, with all that the object needs, until another person"
                    + " declines it or two persons lift it. Whoever's object it is learns nothing of it.")
    @APIResponseSchema(value = LegalHoldView.class, responseCode = "201", responseDescription = "Drafted")
    public RestResponse<LegalHoldView> draft(@Valid @NotNull DraftLegalHold form) {
        LegalHoldView view = service.draft(form);
        return ResponseBuilder.<LegalHoldView>created(URI.create("/api/v1/legal-holds/" + view.id()))
                .entity(view)
                .build();
    }

    @GET
    @PermissionsAllowed("legal-hold.draft")
    @Operation(
            operationId = "listLegalHolds",
            summary = "Our legal holds, newest first",
            description = "Those whose object one sees; a page may be shorter than asked for.")
    public Page<LegalHoldView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("legal-hold.draft")
    @Operation(
            operationId = "readLegalHold",
            summary = "Read a legal hold",
            description = "With the digest that whoever decides names.")
    public RestResponse<LegalHoldView> read(@RestPath UUID id) {
        return RestResponse.ok(service.read(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("legal-hold.set")
    @StepUp
    @Operation(
            operationId = "decideOnLegalHold",
            summary = "Set a legal hold, or lift it",
            description = "Of a draft whether it is set, of one whose lifting was asked for whether it is lifted; by"
                    + " another person, naming the digest that was read.")
    public RestResponse<LegalHoldView> decide(@RestPath UUID id, @Valid @NotNull ApproveOrDecline command) {
        return RestResponse.ok(service.decide(id, command));
    }

    @POST
    @Path("/{id}/lifting-requests")
    @Idempotent
    @PermissionsAllowed("legal-hold.draft")
    @Operation(
            operationId = "askToLiftLegalHold",
            summary = "Ask that a legal hold be lifted",
            description = "It keeps until another person agrees.")
    public RestResponse<LegalHoldView> askLifting(@RestPath UUID id, @Valid @NotNull AskLifting command) {
        return RestResponse.ok(service.askLifting(id, command));
    }

    @POST
    @Path("/{id}/reviews")
    @Idempotent
    @PermissionsAllowed("legal-hold.set")
    @Operation(
            operationId = "reviewLegalHold",
            summary = "Keep a legal hold, and say when it is looked at again",
            description = "When the day comes, those who set legal holds are told.")
    public RestResponse<LegalHoldView> review(@RestPath UUID id, @Valid @NotNull ReviewLegalHold command) {
        return RestResponse.ok(service.review(id, command));
    }
}
