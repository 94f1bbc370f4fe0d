package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Page;

@Path("/api/v1/disseminations/{id}")
@Tag(name = "Disseminations")
class DisseminationVersionResource {
    private final DisseminationHistory history;

    DisseminationVersionResource(DisseminationHistory history) {
        this.history = history;
    }

    @GET
    @Path("/versions")
    @PermissionsAllowed({"dissemination.read", "dissemination.draft"})
    @Operation(
            operationId = "listDisseminationVersions",
            summary = "Its versions that you see; newest first",
            description =
                    "Without content. A recipient finds those that it received and that were not recalled, counted"
                            + " among themselves.")
    public Page<DisseminationVersionSummary> list(@RestPath UUID id) {
        return history.list(id);
    }

    @GET
    @Path("/differences")
    @PermissionsAllowed({"dissemination.read", "dissemination.draft"})
    @Operation(
            operationId = "compareDisseminationVersions",
            summary = "What a version says otherwise than another one",
            description = "Under a purpose; law enforcement also under a live matter. Without from, than the one before"
                    + " that you see.")
    public DisseminationDifferences compare(@RestPath UUID id, @RestQuery @Nullable UUID from) {
        return history.differences(id, from);
    }
}
