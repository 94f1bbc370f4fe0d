package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.TransactionView;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/intakes")
@Tag(name = "FIU casework")
class IntakeResource {
    private final IntakeService service;

    IntakeResource(IntakeService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "listIntakes",
            summary = "The queue: P1 first, then by the triage score, then what is due first",
            description =
                    "The score orders within the urgency and decides nothing; each shows its reasons. Without a status: what has not been decided yet, and what has a version that nobody has read."
                            + " NOTE_VERSION says that it was read.")
    public Page<IntakeSummary> queue(
            @RestQuery @Nullable IntakeStatus status,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        return service.queue(status, PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "readIntake",
            summary = "An intake and what was submitted",
            description = "Under a purpose. Protected subjects are masked.")
    public RestResponse<IntakeView> read(@RestPath UUID id) {
        IntakeView view = service.read(id);
        return ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, EntityTags.of(view.intake().revision()))
                .build();
    }

    @GET
    @Path("/{id}/transactions")
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "listIntakeTransactions",
            summary = "The transactions of what was submitted",
            description = "Under a purpose. A protected party is shown as its subject's reference.")
    public Page<TransactionView> transactions(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.transactions(id, PageRequest.of(size, token));
    }

    @POST
    @Path("/next")
    @Idempotent
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "takeNextIntake",
            summary = "Take the most urgent intake that nobody has taken",
            description = "It is the caller's, IN_TRIAGE, and never given to two. 204 when nothing is left.")
    @APIResponse(responseCode = "204", description = "Nothing is left to take")
    public RestResponse<IntakeSummary> takeNext() {
        return service.takeNext().map(IntakeResource::answer).orElseGet(RestResponse::noContent);
    }

    @POST
    @Path("/{id}/acknowledgements")
    @Idempotent
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "acknowledgeIntake",
            summary = "Say that one has heard of a P1",
            description =
                    "Ends the call that goes on to the next person on duty. Taking an intake, or deciding on it, says"
                            + " the same.")
    public RestResponse<IntakeSummary> acknowledge(@RestPath UUID id) {
        return answer(service.acknowledge(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("referral.triage")
    @Operation(
            operationId = "decideOnIntake",
            summary = "Take up, accept, reject, ask the submitter, or note a new version",
            description = "Reopening takes two: PROPOSE_REOPENING, and REOPEN by another person with case.reopen."
                    + " RETAIN names the day on which it is looked at again. The submitter learns what is missing, and at the fixed time the code about the form;"
                    + " never the decision.")
    public RestResponse<IntakeSummary> decide(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DecideOnIntake command) {
        return answer(service.decide(id, ifMatch, command));
    }

    private static RestResponse<IntakeSummary> answer(IntakeSummary summary) {
        return ResponseBuilder.ok(summary)
                .header(HttpHeaders.ETAG, EntityTags.of(summary.revision()))
                .build();
    }
}
