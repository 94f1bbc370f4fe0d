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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

@Path("/api/v1/rfi-threads")
@Tag(name = "Requests for information")
class ThreadResource {
    private final ThreadService service;
    private final AnswerService answers;

    ThreadResource(ThreadService service, AnswerService answers) {
        this.service = service;
        this.answers = answers;
    }

    @GET
    @PermissionsAllowed("rfi.answer.draft")
    @Operation(
            operationId = "listRfiThreads",
            summary = "What we are asked, newest first",
            description = "Without names and numbers. The FIU and agencies state a purpose, agencies a live matter.")
    public Page<ThreadSummary> list(@RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed({"rfi.draft", "rfi.answer.draft"})
    @Operation(
            operationId = "readRfiThread",
            summary = "Read what one institution is asked",
            description =
                    "By whoever asks and whoever is asked: the question, the deadline, and what either side said. An"
                            + " institution reads that the FIU asks, and nothing of who or what is behind it.")
    public RestResponse<ThreadView> read(@RestPath UUID id) {
        return tagged(service.read(id));
    }

    @POST
    @Path("/{id}/steps")
    @Idempotent
    @PermissionsAllowed({"rfi.draft", "rfi.answer.draft"})
    @Operation(
            operationId = "sayOnRfiThread",
            summary = "Acknowledge, ask back, ask for more time; or reply to it",
            description =
                    "The asked acknowledges, asks for clarification or for an extension, and tells of a statutory report"
                            + " that was asked for. The asker clarifies, grants or declines, asks for a statutory report by a"
                            + " letter, and tells the FIU what an answer was good for.")
    public RestResponse<ThreadView> say(@RestPath UUID id, @Valid @NotNull TakeStep command) {
        return tagged(service.say(id, command));
    }

    @PUT
    @Path("/{id}/answer")
    @PermissionsAllowed("rfi.answer.draft")
    @Operation(
            operationId = "writeRfiAnswer",
            summary = "Write our answer",
            description =
                    "With the entity tag of the thread. ANSWERED, PARTIAL when more follows, NIL when nothing is held;"
                            + " REFUSED with a reason where the thread says `may_refuse`. A possible victim and anyone under 18"
                            + " stands in it by role and age band alone, and is told in a referral.")
    public RestResponse<ThreadView> write(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull WriteAnswer form) {
        return tagged(answers.write(id, ifMatch, form));
    }

    @POST
    @Path("/{id}/handovers")
    @Idempotent
    @PermissionsAllowed("rfi.answer.draft")
    @Operation(
            operationId = "handOverRfiAnswer",
            summary = "Hand our answer over for submission",
            description = "The draft then has the digest that the second person names.")
    public RestResponse<ThreadView> handOver(@RestPath UUID id) {
        return tagged(answers.handOver(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("rfi.answer.submit")
    @StepUp
    @Operation(
            operationId = "decideOnRfiAnswer",
            summary = "Submit our answer, or return it",
            description =
                    "By another person than those who wrote it, naming the digest that was read. What is submitted is"
                            + " read by whoever asked, and never changes again; a correction is another answer.")
    public RestResponse<ThreadView> decide(@RestPath UUID id, @Valid @NotNull ApproveOrReturn command) {
        return tagged(answers.decide(id, command));
    }

    @GET
    @Path("/{id}/answers/{number}")
    @PermissionsAllowed({"rfi.draft", "rfi.answer.draft"})
    @Operation(
            operationId = "readRfiAnswer",
            summary = "Read an answer that was submitted, with all of its rows",
            description = "By whoever asked and whoever answered.")
    public AnswerView answer(@RestPath UUID id, @RestPath int number) {
        return answers.read(id, number);
    }

    /** The tag is that of the answer that is being written: the asker edits nothing. */
    private static RestResponse<ThreadView> tagged(ThreadView view) {
        long revision = view.draft() == null ? 0 : view.draft().revision();
        return ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, EntityTags.of(revision))
                .build();
    }
}
