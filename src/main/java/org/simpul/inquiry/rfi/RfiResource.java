package org.simpul.inquiry.rfi;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.simpul.access.ApproveOrReturn;
import org.simpul.access.StepUp;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.urgency.ActAlone;

@Path("/api/v1/rfis")
@Tag(name = "Requests for information")
class RfiResource {
    private final RfiService service;
    private final RfiApproval approval;
    private final ConsolidationService consolidation;

    RfiResource(RfiService service, RfiApproval approval, ConsolidationService consolidation) {
        this.service = service;
        this.approval = approval;
        this.consolidation = consolidation;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("rfi.draft")
    @Operation(
            operationId = "draftRfi",
            summary = "Write a request for information",
            description =
                    "The FIU asks institutions by a rule of scope, out of a case; an agency asks the FIU under a live"
                            + " matter. A draft, that nobody is asked until a second person approves it. `recipients` are those"
                            + " whom it would reach now.")
    @APIResponseSchema(value = RfiView.class, responseCode = "201", responseDescription = "Written")
    public RestResponse<RfiView> draft(@Valid @NotNull RfiForm form) {
        RfiView view = service.draft(form);
        return tagged(ResponseBuilder.created(URI.create("/api/v1/rfis/" + view.id())), view);
    }

    @GET
    @PermissionsAllowed("rfi.draft")
    @Operation(
            operationId = "listRfis",
            summary = "Our requests for information, newest first",
            description = "Without what they ask.")
    public Page<RfiSummary> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("rfi.draft")
    @Operation(
            operationId = "readRfi",
            summary = "Read one of our requests for information",
            description = "With how far each of those is who are asked. Under a purpose, agencies under a live matter.")
    public RestResponse<RfiView> read(@RestPath UUID id) {
        return answer(service.read(id));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed("rfi.draft")
    @Operation(
            operationId = "editRfi",
            summary = "Replace a draft of a request",
            description = "With the entity tag that was read.")
    public RestResponse<RfiView> edit(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull RfiForm form) {
        return answer(service.edit(id, ifMatch, form));
    }

    @POST
    @Path("/{id}/handovers")
    @Idempotent
    @PermissionsAllowed("rfi.draft")
    @Operation(
            operationId = "handOverRfi",
            summary = "Hand a request over for approval",
            description = "The answer has the digest that the second person names, and whom it reaches. A scope that"
                    + " reaches nobody is refused.")
    public RestResponse<RfiView> handOver(@RestPath UUID id) {
        return answer(approval.handOver(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("rfi.authorise")
    @StepUp
    @Operation(
            operationId = "decideOnRfi",
            summary = "Issue a request that waits, or return it",
            description =
                    "By another person than those who wrote it, naming the digest that was read; it also stands for"
                            + " the recipients. Each of them gets a thread of its own, and learns of no other.")
    public RestResponse<RfiView> decide(@RestPath UUID id, @Valid @NotNull ApproveOrReturn command) {
        return answer(approval.decide(id, command));
    }

    @POST
    @Path("/{id}/alone-issues")
    @Idempotent
    @PermissionsAllowed("p1.act-alone")
    @StepUp
    @Operation(
            operationId = "issueRfiAlone",
            summary = "Issue an urgent request at once, without the second person",
            description =
                    "For a child, by one person with a second factor, on a ground of the closed list, with the entity"
                            + " tag that was read. A second person reviews it within four hours, or the overseer is alerted.")
    public RestResponse<RfiView> issueAlone(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ActAlone command) {
        return answer(approval.issueAlone(id, ifMatch, command));
    }

    @POST
    @Path("/{id}/cancellations")
    @Idempotent
    @PermissionsAllowed("rfi.draft")
    @Operation(
            operationId = "cancelRfi",
            summary = "Cancel a request before it is issued",
            description = "Nobody else ever learns of it.")
    public RestResponse<RfiView> cancel(@RestPath UUID id) {
        return answer(approval.cancel(id));
    }

    @POST
    @Path("/{id}/closures")
    @Idempotent
    @PermissionsAllowed("rfi.draft")
    @Operation(
            operationId = "closeRfi",
            summary = "Close a request that was issued",
            description = "With all of its threads. Of those who answered that they have nothing, the number stays, and"
                    + " nothing else.")
    public RestResponse<RfiView> close(@RestPath UUID id) {
        return answer(approval.close(id));
    }

    @GET
    @Path("/{id}/answers")
    @PermissionsAllowed("rfi.draft")
    @Operation(
            operationId = "consolidateRfi",
            summary = "Read what was answered to one of our requests, together",
            description =
                    "The last answer of each of those who are asked, without transactions, and how many are how far.")
    public Consolidation answers(@RestPath UUID id) {
        return consolidation.of(id);
    }

    private static RestResponse<RfiView> answer(RfiView view) {
        return tagged(ResponseBuilder.ok(), view);
    }

    private static RestResponse<RfiView> tagged(ResponseBuilder<RfiView> answer, RfiView view) {
        return answer.header(HttpHeaders.ETAG, EntityTags.of(view.revision()))
                .entity(view)
                .build();
    }
}
