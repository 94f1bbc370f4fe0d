package org.simpul.inquiry.interest;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1")
@Tag(name = "Deconfliction")
class MeetingResource {
    private final MeetingService service;

    MeetingResource(MeetingService service) {
        this.service = service;
    }

    @GET
    @Path("/interest-contacts")
    @PermissionsAllowed("interest.register")
    @Operation(
            operationId = "listInterestContacts",
            summary = "Desks of agencies that look at the same, newest first",
            description = "From the FIU: for which of our interests, and whom to call. Neither what the other looks at"
                    + " beside it, nor in which matter.")
    public Page<ContactView> contacts(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.contacts(PageRequest.of(size, token));
    }

    @GET
    @Path("/interest-meetings")
    @PermissionsAllowed("interest.oversee")
    @Operation(
            operationId = "listInterestMeetings",
            summary = "Which agencies look at the same, newest first",
            description = "The FIU's. Also those of silent interests, which neither agency learns of.")
    public Page<MeetingView> meetings(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.meetings(PageRequest.of(size, token));
    }
}
