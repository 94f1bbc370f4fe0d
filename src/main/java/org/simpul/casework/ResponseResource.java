package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/disseminations/{id}")
@Tag(name = "Disseminations")
class ResponseResource {
    private final ResponseService service;

    ResponseResource(ResponseService service) {
        this.service = service;
    }

    @POST
    @Path("/acknowledgements")
    @Idempotent
    @PermissionsAllowed("dissemination.acknowledge")
    @Operation(
            operationId = "acknowledgeDissemination",
            summary = "Tell the FIU that it came",
            description =
                    "Once for each agency, or for each person where it is for named persons. Seen by the agency, or that"
                            + " person, and the FIU.")
    public RestResponse<ResponseView> acknowledge(@RestPath UUID id) {
        return created(id, service.acknowledge(id));
    }

    @POST
    @Path("/investigations")
    @Idempotent
    @PermissionsAllowed("outcome.record")
    @Operation(
            operationId = "tellInvestigation",
            summary = "Tell the FIU that it is investigated",
            description =
                    "Once, after the acknowledgement and before the first outcome. Seen as the acknowledgement is.")
    public RestResponse<ResponseView> investigate(@RestPath UUID id) {
        return created(id, service.investigate(id));
    }

    @POST
    @Path("/closures")
    @Idempotent
    @PermissionsAllowed("outcome.record")
    @Operation(
            operationId = "closeDissemination",
            summary = "Tell the FIU that nothing more will come of it",
            description =
                    "Once an outcome other than PENDING stands. An outcome can still be corrected; new ones are not"
                            + " recorded any more.")
    public RestResponse<ResponseView> close(@RestPath UUID id) {
        return created(id, service.close(id));
    }

    @POST
    @Path("/outcomes")
    @Idempotent
    @PermissionsAllowed("outcome.record")
    @Operation(
            operationId = "recordOutcome",
            summary = "Tell the FIU what came of it",
            description =
                    "Under a purpose and a live matter, after the acknowledgement, as often as there is something to tell. A"
                            + " correction is an outcome of its own that names the one it stands for in corrects. No submitter"
                            + " learns it.")
    public RestResponse<ResponseView> record(@RestPath UUID id, @Valid @NotNull RecordOutcome command) {
        return created(id, service.record(id, command));
    }

    @GET
    @Path("/responses")
    @PermissionsAllowed({"dissemination.read", "dissemination.draft"})
    @Operation(
            operationId = "listDisseminationResponses",
            summary = "What agencies answered",
            description =
                    "Under a purpose; law enforcement also under a live matter. The FIU sees all, an agency its own,"
                            + " a named person those of that person.")
    public Page<ResponseView> list(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(id, PageRequest.of(size, token));
    }

    private static RestResponse<ResponseView> created(UUID dissemination, ResponseView response) {
        return ResponseBuilder.<ResponseView>created(
                        URI.create("/api/v1/disseminations/" + dissemination + "/responses/" + response.id()))
                .entity(response)
                .build();
    }
}
