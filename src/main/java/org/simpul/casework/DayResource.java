package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.simpul.shared.Page;

@Path("/api/v1")
@Tag(name = "FIU casework")
class DayResource {
    private final DayService service;

    DayResource(DayService service) {
        this.service = service;
    }

    @GET
    @Path("/my-day")
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "readMyDay",
            summary = "What waits for me today",
            description =
                    "How much is in the queue by urgency; the caller's own intakes, cases and tasks; what of them is"
                            + " overdue; who is on duty now.")
    public MyDayView mine() {
        return service.mine();
    }

    @GET
    @Path("/workloads")
    @PermissionsAllowed("case.grant")
    @Operation(
            operationId = "listWorkloads",
            summary = "What each colleague has in hand",
            description =
                    "For supervisors of the FIU, about its own people: intakes, open cases and tasks, and how many are"
                            + " overdue. Of restricted cases only what the caller sees is counted.")
    public Page<Workload> workloads() {
        return new Page<>(service.workloads(), null);
    }
}
