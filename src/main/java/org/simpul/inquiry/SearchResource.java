package org.simpul.inquiry;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/searches")
@Tag(name = "Law enforcement")
class SearchResource {
    private final SearchService service;

    SearchResource(SearchService service) {
        this.service = service;
    }

    @POST
    @PermissionsAllowed("subject.search")
    @Operation(
            operationId = "search",
            summary = "Search by identifier in what was disclosed to us",
            description = "Under a purpose; law enforcement also under a live matter. Nothing found is answered in the"
                    + " same bytes whether others hold the identifier or nobody does. The value is not stored.")
    public SearchResult search(@Valid @NotNull AskSearch question) {
        return service.search(question);
    }
}
