package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.simpul.shared.Page;

@Path("/api/v1/cases/{id}/possible-same-children")
@Tag(name = "FIU casework")
class PossibleChildrenResource {
    private final PossibleChildrenService service;

    PossibleChildrenResource(PossibleChildrenService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "listPossibleSameChildren",
            summary = "Protected subjects that are possibly the same child",
            description =
                    "Under a purpose, for the case's team alone. References and the kind of value that is the same,"
                            + " never the value.")
    public Page<PossibleSameChild> list(@RestPath UUID id) {
        return new Page<>(service.of(id), null);
    }
}
