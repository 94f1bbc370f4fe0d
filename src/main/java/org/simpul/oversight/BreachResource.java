package org.simpul.oversight;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/breaches")
@Tag(name = "Oversight")
class BreachResource {
    private final BreachService service;

    BreachResource(BreachService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("breach.record")
    @Operation(
            operationId = "recordBreach",
            summary = "Record a breach of personal data",
            description = "The clock of 3 × 24 hours runs from the discovery; it is warned after 24, 48 and 60 hours"
                    + " until authority and subjects are told. The overseer is told at once that there is one.")
    @APIResponseSchema(value = BreachView.class, responseCode = "201", responseDescription = "Recorded")
    public RestResponse<BreachView> record(@Valid @NotNull RecordBreach command) {
        BreachView breach = service.record(command);
        return tagged(ResponseBuilder.created(URI.create("/api/v1/breaches/" + breach.id())), breach);
    }

    @GET
    @PermissionsAllowed({"breach.record", "audit.read"})
    @Operation(
            operationId = "listBreaches",
            summary = "Breaches, newest first",
            description = "The FIU's, without their history; the overseer reads them as well.")
    public Page<BreachView> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed({"breach.record", "audit.read"})
    @Operation(
            operationId = "readBreach",
            summary = "A breach and its history",
            description = "Every step that was taken, in order; none is ever changed. The entity tag moves with each.")
    public RestResponse<BreachView> read(@RestPath UUID id) {
        return tagged(ResponseBuilder.ok(), service.read(id));
    }

    @POST
    @Path("/{id}/steps")
    @PermissionsAllowed("breach.record")
    @Operation(
            operationId = "takeBreachStep",
            summary = "Say what was done about a breach",
            description =
                    "ASSESS, TAKE_MEASURE, TELL_AUTHORITY and TELL_SUBJECTS (with `told_at`), PROPOSE_CLOSURE; and"
                            + " CLOSE or DECLINE_CLOSURE by another person, with the entity tag of the history that was read.")
    public RestResponse<BreachView> take(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull TakeBreachStep command) {
        return tagged(ResponseBuilder.ok(), service.take(id, ifMatch, command));
    }

    private static RestResponse<BreachView> tagged(ResponseBuilder<BreachView> answer, BreachView breach) {
        return answer.header(HttpHeaders.ETAG, EntityTags.of(breach.revision()))
                .entity(breach)
                .build();
    }
}
