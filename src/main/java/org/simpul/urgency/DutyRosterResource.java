package org.simpul.urgency;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.EntityTags;

@Path("/api/v1/duty-roster")
@Tag(name = "Urgency")
class DutyRosterResource {
    private final DutyRosterService service;

    DutyRosterResource(DutyRosterService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("duty.manage")
    @Operation(
            operationId = "readDutyRoster",
            summary = "Who of us is on duty",
            description = "Present and coming shifts of the caller's institution.")
    public RestResponse<DutyRosterView> read() {
        return answer(service.read());
    }

    @PUT
    @PermissionsAllowed("duty.manage")
    @Operation(
            operationId = "setDutyRoster",
            summary = "Set who of us is on duty",
            description =
                    "Sends the whole roster, with the entity tag that was read. A P1 calls whoever is on duty then,"
                            + " in the order of their positions: the next after 15 minutes without an answer, all who may act"
                            + " after 60. With nobody on duty, all are called at once.")
    public RestResponse<DutyRosterView> set(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @Valid @NotNull SetDutyRoster command) {
        return answer(service.set(ifMatch, command));
    }

    private static RestResponse<DutyRosterView> answer(DutyRosterView roster) {
        return ResponseBuilder.ok(roster)
                .header(HttpHeaders.ETAG, EntityTags.of(roster.revision()))
                .build();
    }
}
