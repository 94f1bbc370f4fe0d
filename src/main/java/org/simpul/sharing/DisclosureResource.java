package org.simpul.sharing;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/disclosures")
@Tag(name = "Sharing")
class DisclosureResource {
    private final DisclosureService service;

    DisclosureResource(DisclosureService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("disclosure.read")
    @Operation(
            operationId = "listDisclosures",
            summary = "What we gave, and what we got",
            description = "The ledger from the caller's side, newest first. A recipient sees live rows only, those of"
                    + " a working group while it is inside, and never who else received the same; caveats are for the"
                    + " giver here, those of a dissemination are read with it.")
    public Page<DisclosureView> list(
            @RestQuery @DefaultValue("GIVEN") DisclosureService.Direction direction,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        return service.list(direction, PageRequest.of(size, token));
    }
}
