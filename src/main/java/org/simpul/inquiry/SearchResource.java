package org.simpul.inquiry;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
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
    @APIResponseSchema(value = SearchResult.class, responseCode = "200", responseDescription = "What was found")
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    @Operation(
            operationId = "search",
            summary = "Search by identifier or by name in what was disclosed to us",
            description =
                    "By exactly one of the two. Under a purpose; law enforcement also under a live matter. Nothing found is"
                            + " answered in the same bytes whether others hold the value or nobody does. The value is not"
                            + " stored. Where the FIU has switched it on for the agency and the matter's offence, `pointer`"
                            + " says whether the FIU holds the identifier: ask for it by a request for information that"
                            + " names `search_id`. Each such search counts against a daily quota (429, Retry-After).")
    public SearchResult search(@Valid @NotNull AskSearch question) {
        return service.search(question);
    }
}
