package org.simpul.participant;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.shared.PageRequest;

@Path("/api/v1/people")
@Tag(name = "Administration")
class PeopleResource {
    private final PeopleService service;

    PeopleResource(PeopleService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("people.read")
    @Operation(
            operationId = "listPeople",
            summary = "Our people, newest first",
            description = "Whoever has signed in once, with the roles of the last sign-in, and the roles that the"
                    + " institution may hold at all. Nothing is granted here: people and roles are kept in the institution's"
                    + " own identity provider.")
    public PeopleView list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @PUT
    @Path("/{id}/status")
    @PermissionsAllowed("people.switch-off")
    @Operation(
            operationId = "switchPerson",
            summary = "Switch a colleague off, or on again",
            description = "Works on the colleague's next request, on the API and in the console, whatever the identity"
                    + " provider says. Nobody switches themselves. Switching on asks for a second factor (401).")
    public PersonView set(@RestPath UUID id, @Valid @NotNull SwitchPerson command) {
        return service.set(id, command);
    }
}
