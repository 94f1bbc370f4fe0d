package org.simpul.hold;

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

@Path("/api/v1/holds")
@Tag(name = "Holds")
class HoldResource {
    private final HoldService service;
    private final HoldApproval approval;
    private final HoldAnswers answers;

    HoldResource(HoldService service, HoldApproval approval, HoldAnswers answers) {
        this.service = service;
        this.approval = approval;
        this.answers = answers;
    }

    @POST
    @Idempotent
    @PermissionsAllowed({"hold.draft", "hold.record"})
    @Operation(
            operationId = "draftHold",
            summary = "Write a hold",
            description = "An institution's own postponement, or the FIU's request to one institution: a draft, which a"
                    + " second person approves. An agency records what it has ordered by a letter of its own; that goes to"
                    + " the FIU at once. The FIU and agencies state a purpose, agencies a live matter.")
    @APIResponseSchema(value = HoldView.class, responseCode = "201", responseDescription = "Written")
    public RestResponse<HoldView> draft(@Valid @NotNull HoldForm form) {
        HoldView view = service.draft(form);
        return tagged(ResponseBuilder.created(URI.create("/api/v1/holds/" + view.id())), view);
    }

    @GET
    @PermissionsAllowed({"hold.read", "hold.draft", "hold.record"})
    @Operation(
            operationId = "listHolds",
            summary = "Our holds, and those that were told to us, newest first",
            description = "Without the accounts.")
    public Page<HoldSummary> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed({"hold.read", "hold.draft", "hold.record"})
    @Operation(
            operationId = "readHold",
            summary = "Read a hold",
            description = "Which accounts, what is to be done with them and until when, on what record and legal basis."
                    + " An institution reads its own accounts alone, and never where the reason came from. The FIU and"
                    + " agencies state a purpose, agencies a live matter.")
    public RestResponse<HoldView> read(@RestPath UUID id) {
        return answer(service.read(id));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed("hold.draft")
    @Operation(
            operationId = "editHold",
            summary = "Replace a draft",
            description = "With the entity tag that was read.")
    public RestResponse<HoldView> edit(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull HoldForm form) {
        return answer(service.edit(id, ifMatch, form));
    }

    @POST
    @Path("/{id}/handovers")
    @Idempotent
    @PermissionsAllowed("hold.draft")
    @Operation(
            operationId = "handOverHold",
            summary = "Hand a draft over for approval",
            description = "The answer has the digest that the second person names.")
    public RestResponse<HoldView> handOver(@RestPath UUID id) {
        return answer(approval.handOver(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("hold.approve")
    @StepUp
    @Operation(
            operationId = "decideOnHold",
            summary = "Approve what waits, or return it",
            description =
                    "A request or postponement, its extension, its release: by another person than those who wrote"
                            + " it, naming the digest that was read. What is approved is sealed, and goes to the other side.")
    public RestResponse<HoldView> decide(@RestPath UUID id, @Valid @NotNull ApproveOrReturn command) {
        return answer(approval.decide(id, command));
    }

    @POST
    @Path("/{id}/cancellations")
    @Idempotent
    @PermissionsAllowed("hold.draft")
    @Operation(
            operationId = "cancelHold",
            summary = "Cancel a draft",
            description = "Before it was approved. The other side never learns of it.")
    public RestResponse<HoldView> cancel(@RestPath UUID id) {
        return answer(approval.cancel(id));
    }

    @POST
    @Path("/{id}/steps")
    @Idempotent
    @PermissionsAllowed({"hold.draft", "hold.record"})
    @Operation(
            operationId = "proposeHoldStep",
            summary = "Propose an extension or a release",
            description =
                    "A halt can be extended once, while it is executed. Waits for a second person; of an agency it is"
                            + " a record at once.")
    public RestResponse<HoldView> propose(@RestPath UUID id, @Valid @NotNull ProposeStep proposal) {
        return answer(approval.propose(id, proposal));
    }

    @POST
    @Path("/{id}/answers")
    @Idempotent
    @PermissionsAllowed("hold.draft")
    @Operation(
            operationId = "answerHold",
            summary = "Say what we did with the accounts",
            description =
                    "EXECUTED or REFUSED with the reason, while it runs; RELEASED after EXECUTED, at any time. Seen"
                            + " by us and by the FIU.")
    public RestResponse<HoldView> answer(@RestPath UUID id, @Valid @NotNull AnswerHold command) {
        return answer(answers.add(id, command));
    }

    private static RestResponse<HoldView> answer(HoldView view) {
        return tagged(ResponseBuilder.ok(), view);
    }

    /** The tag is the owner's: the other side edits nothing. */
    private static RestResponse<HoldView> tagged(ResponseBuilder<HoldView> answer, HoldView view) {
        return (view.desk() == null
                        ? answer
                        : answer.header(
                                HttpHeaders.ETAG, EntityTags.of(view.desk().revision())))
                .entity(view)
                .build();
    }
}
