package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/overdue-answers")
@Tag(name = "Disseminations")
class OverdueAnswerResource {
    private final DeliveryService service;

    OverdueAnswerResource(DeliveryService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("dissemination.draft")
    @Operation(
            operationId = "listOverdueAnswers",
            summary = "Which recipients owe an answer",
            description = "Outcomes that did not come in time, and recalls whose deletion is not confirmed; newest"
                    + " delivery first.")
    public Page<DeliveryView> overdue(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.overdue(PageRequest.of(size, token));
    }
}
