package org.simpul.participant;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
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
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/participants")
@Tag(name = "Participants")
class ParticipantResource {
    private final ParticipantService service;

    ParticipantResource(ParticipantService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("participant.admit")
    @Operation(
            operationId = "applyForParticipant",
            summary = "File an institution's application",
            description = "Done by the operator with the institution's data, its agreement and how its people sign in."
                    + " The applicant may do nothing yet; its admission is a proposed change, which is checked and then"
                    + " approved by second persons.")
    @APIResponseSchema(value = ParticipantView.class, responseCode = "201", responseDescription = "Applied")
    public RestResponse<ParticipantView> apply(@Valid @NotNull ApplicationForm form) {
        ParticipantView applicant = service.apply(form);
        return ResponseBuilder.<ParticipantView>created(URI.create("/api/v1/participants/" + applicant.id()))
                .entity(applicant)
                .build();
    }

    @GET
    @PermissionsAllowed("participant.read")
    @Operation(
            operationId = "listParticipants",
            summary = "Members and applicants, newest first",
            description = "For those who admit: the operator, the FIU's supervisor, the overseer.")
    public Page<ParticipantView> list(
            @RestQuery ParticipantStatus status,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        return service.list(status, PageRequest.of(size, token));
    }

    @GET
    @Path("{id}")
    @PermissionsAllowed("participant.read")
    @Operation(
            operationId = "readParticipant",
            summary = "A member or an applicant",
            description = "With the test sign-in of an applicant, and whether Keycloak is like the record.")
    public ParticipantView read(@RestPath UUID id) {
        return service.read(id);
    }

    @POST
    @Path("{id}/suspensions")
    @StepUp
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("participant.suspend")
    @Operation(
            operationId = "suspendParticipant",
            summary = "Suspend a member at once",
            description = "From the next request on nobody of it is let in, person or machine; its sessions are ended."
                    + " The operator does it alone; its end takes a second person (a REINSTATEMENT).")
    public ParticipantView suspend(@RestPath UUID id, @Valid @NotNull CloseParticipant command) {
        return service.suspend(id, command);
    }

    @POST
    @Path("{id}/departures")
    @StepUp
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("participant.suspend")
    @Operation(
            operationId = "takeParticipantOut",
            summary = "Take a member out for good, or an application back",
            description = "What it did and what it was told stays; its identity provider and machine clients go.")
    public ParticipantView leave(@RestPath UUID id, @Valid @NotNull CloseParticipant command) {
        return service.leave(id, command);
    }
}
