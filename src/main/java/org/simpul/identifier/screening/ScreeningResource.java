package org.simpul.identifier.screening;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/screenings")
@Tag(name = "Identifier lists")
class ScreeningResource {
    private final ScreeningService service;

    ScreeningResource(ScreeningService service) {
        this.service = service;
    }

    @POST
    @PermissionsAllowed("identifier.screen")
    @APIResponseSchema(value = ScreeningView.class, responseCode = "200", responseDescription = "What was found")
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    @Operation(
            operationId = "screenIdentifiers",
            summary = "Ask values against the lists that reach us",
            description =
                    "Up to 1,000, each in whatever form it is typed; those that have no canonical form are told by their"
                            + " place. A hit names the list, its handling and what one may do; it is never proof. What is"
                            + " asked is kept nowhere, and nobody is told: the audit can prove how many and which values"
                            + " they were, and tells neither. Screenings are counted by the day.")
    public ScreeningView screen(@Valid @NotNull Screen command) {
        return service.screen(command);
    }
}
