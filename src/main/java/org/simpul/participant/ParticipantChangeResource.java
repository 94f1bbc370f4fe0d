package org.simpul.participant;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.access.StepUp;
import org.simpul.participant.AdmissionService.Tagged;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;

@Path("/api/v1/participants/{id}/changes")
@Tag(name = "Participants")
class ParticipantChangeResource {
    private final AdmissionService service;

    ParticipantChangeResource(AdmissionService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("participant.read")
    @Operation(
            operationId = "listParticipantChanges",
            summary = "What was proposed for an institution, newest first",
            description = "At most one of them is open.")
    public Page<ChangeView> list(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(id, PageRequest.of(size, token));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("participant.admit")
    @Operation(
            operationId = "proposeParticipantChange",
            summary = "Propose a change",
            description =
                    "ADMISSION again for an applicant that was turned down, AMENDMENT of a member's data, identity"
                            + " provider or allow-list, REINSTATEMENT of a suspended member. One change is open at a time.")
    @APIResponseSchema(value = ChangeView.class, responseCode = "201", responseDescription = "Proposed")
    public RestResponse<ChangeView> propose(@RestPath UUID id, @Valid @NotNull ProposeChange command) {
        Tagged change = service.propose(id, command);
        return ResponseBuilder.<ChangeView>created(URI.create("/api/v1/participants/" + id + "/changes/"
                        + change.view().id()))
                .header("ETag", change.tag())
                .entity(change.view())
                .build();
    }

    @GET
    @Path("{changeId}")
    @PermissionsAllowed("participant.read")
    @Operation(
            operationId = "readParticipantChange",
            summary = "A proposed change",
            description =
                    "With the digest that an approval names, what the check found, and whose approval is missing.")
    @APIResponseSchema(value = ChangeView.class, responseDescription = "The change; its ETag is for an edit")
    public RestResponse<ChangeView> read(@RestPath UUID id, @RestPath UUID changeId) {
        return tagged(service.read(id, changeId));
    }

    @PUT
    @Path("{changeId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("participant.admit")
    @Operation(
            operationId = "editParticipantChange",
            summary = "Edit an open change",
            description = "Replaces the institution's data; what was checked and approved before counts no longer.")
    @APIResponseSchema(value = ChangeView.class, responseDescription = "Edited")
    public RestResponse<ChangeView> edit(
            @RestPath UUID id,
            @RestPath UUID changeId,
            @RestHeader("If-Match") String ifMatch,
            @Valid @NotNull InstitutionForm form) {
        return tagged(service.edit(id, changeId, form, ifMatch));
    }

    @PUT
    @Path("{changeId}/metadata")
    @Consumes({MediaType.APPLICATION_XML, "application/samlmetadata+xml", MediaType.APPLICATION_JSON})
    @PermissionsAllowed("participant.admit")
    @Operation(
            operationId = "handInProviderMetadata",
            summary = "Hand in an identity provider's metadata",
            description = "For a provider that the hub can't reach: the SAML entity descriptor or the OpenID discovery"
                    + " document as it is, at most 1 MiB. It is looked at by the check.")
    @APIResponseSchema(value = ChangeView.class, responseDescription = "Received")
    public RestResponse<ChangeView> metadata(
            @RestPath UUID id,
            @RestPath UUID changeId,
            @RestHeader("If-Match") String ifMatch,
            @NotBlank
                    @RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_XML,
                                        schema = @Schema(type = SchemaType.STRING),
                                        example = "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\""
                                                + " entityID=\"https://login.cempaka.example\">…</EntityDescriptor>"),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(type = SchemaType.OBJECT),
                                        example = "{\"issuer\":\"https://login.cempaka.example\",\"jwks_uri\":\"…\"}")
                            })
                    String document) {
        return tagged(service.metadata(id, changeId, document, ifMatch));
    }

    @POST
    @Path("{changeId}/checks")
    @PermissionsAllowed("participant.federate")
    @Operation(
            operationId = "checkParticipantChange",
            summary = "Look at the identity provider",
            description =
                    "Fetches its metadata (TLS, no private address, at most 1 MiB), asks for their proof, and"
                            + " writes them into the change. An applicant's sign-in can be tried a moment later: whoever signs in"
                            + " through it gets nothing yet, and the participant shows that it worked. 422 names what is wrong.")
    public ChangeView check(@RestPath UUID id, @RestPath UUID changeId) {
        ChangeView change = service.check(id, changeId);
        if (!change.findings().isEmpty()) {
            // the findings are stored by now; the answer tells them
            throw Problem.incomplete(change.findings().stream()
                    .map(code -> new Violation("identity_provider", code))
                    .toList());
        }
        return change;
    }

    @POST
    @Path("{changeId}/decisions")
    @StepUp
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("participant.approve")
    @Operation(
            operationId = "decideOnParticipantChange",
            summary = "Approve a change, or decline it",
            description = "By the FIU's supervisor or the overseer, by both for an FIU or an agency; nobody decides on"
                    + " its own institution. The last approval that is needed puts it in force.")
    public ChangeView decide(@RestPath UUID id, @RestPath UUID changeId, @Valid @NotNull DecideOnChange command) {
        return service.decide(id, changeId, command);
    }

    @POST
    @Path("{changeId}/withdrawals")
    @PermissionsAllowed("participant.admit")
    @Operation(
            operationId = "withdrawParticipantChange",
            summary = "Withdraw an open change",
            description = "It can't be approved any more; another one can be proposed.")
    public void withdraw(@RestPath UUID id, @RestPath UUID changeId) {
        service.withdraw(id, changeId);
    }

    private static RestResponse<ChangeView> tagged(Tagged change) {
        return ResponseBuilder.ok(change.view()).header("ETag", change.tag()).build();
    }
}
