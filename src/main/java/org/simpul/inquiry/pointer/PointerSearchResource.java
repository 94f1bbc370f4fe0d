package org.simpul.inquiry.pointer;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/pointer-searches")
@Tag(name = "Pointer")
class PointerSearchResource {
    private final PointerSearchService service;

    PointerSearchResource(PointerSearchService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("pointer.switch")
    @Operation(
            operationId = "listPointerSearches",
            summary = "How agencies used the pointer, newest first",
            description = "Which agency, for which offence, and what it was told; neither who, nor what was asked.")
    public Page<PointerSearchView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }
}
