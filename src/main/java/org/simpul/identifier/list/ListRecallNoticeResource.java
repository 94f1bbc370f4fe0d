package org.simpul.identifier.list;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/identifier-list-recall-notices")
@Tag(name = "Identifier lists")
class ListRecallNoticeResource {
    private final ListRecallService service;

    ListRecallNoticeResource(ListRecallService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("identifier.read")
    @Operation(
            operationId = "listIdentifierListRecallNotices",
            summary = "Lists that were recalled from us, newest first",
            description = "Stop using what you took from them. Why they were recalled is not told.")
    public Page<ListRecallNoticeView> list(
            @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.notices(PageRequest.of(size, token));
    }
}
