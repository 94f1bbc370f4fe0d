package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Objects;
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
import org.simpul.urgency.ActAlone;

@Path("/api/v1/disseminations")
@Tag(name = "Disseminations")
class DisseminationResource {
    private final DisseminationService service;
    private final DisseminationApproval approval;
    private final DisseminationDiscard discard;

    DisseminationResource(DisseminationService service, DisseminationApproval approval, DisseminationDiscard discard) {
        this.service = service;
        this.approval = approval;
        this.discard = discard;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("dissemination.draft")
    @Operation(
            operationId = "draftDissemination",
            summary = "Draft a dissemination from rows of a case",
            description = "Under a purpose. The chosen rows are copied; a protected subject is copied as its reference,"
                    + " roles and age band, and whoever one submission of the case protects is masked in the rows of"
                    + " all; rows and texts that tell one are refused. The answer shows who would receive it.")
    public RestResponse<DisseminationView> draft(@Valid @NotNull DisseminationForm form) {
        return created(service.draft(form));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed("dissemination.draft")
    @Operation(
            operationId = "editDissemination",
            summary = "Replace a draft",
            description = "Under a purpose. Sends the whole draft; its rows are copied anew.")
    public RestResponse<DisseminationView> edit(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull DisseminationForm form) {
        DisseminationView view = service.edit(id, ifMatch, form);
        return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, tag(view)).build();
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed("dissemination.draft")
    @Operation(
            operationId = "discardDissemination",
            summary = "Throw a draft away",
            description =
                    "For good, with its copied rows; what they were copied from stays, and so do the versions before"
                            + " it with those who received them. The case's timeline keeps that there was one. A legal hold on it or"
                            + " on its case keeps it.")
    public void discard(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        discard.discard(id, ifMatch);
    }

    @GET
    @PermissionsAllowed({"dissemination.read", "dissemination.draft"})
    @Operation(
            operationId = "listDisseminations",
            summary = "Our disseminations, or what we received; newest first",
            description = "Without content; titles for the FIU alone. What was recalled is no longer in it.")
    public Page<DisseminationSummary> list(
            @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(PageRequest.of(size, token));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed({"dissemination.read", "dissemination.draft"})
    @Operation(
            operationId = "readDissemination",
            summary = "A dissemination in full",
            description = "Under a purpose; law enforcement also under a live matter.")
    public RestResponse<DisseminationView> read(@RestPath UUID id) {
        DisseminationView view = service.read(id);
        ResponseBuilder<DisseminationView> answer = ResponseBuilder.ok(view);
        return view.desk() == null
                ? answer.build()
                : answer.header(HttpHeaders.ETAG, tag(view)).build();
    }

    @GET
    @Path("/{id}/preview")
    @PermissionsAllowed("dissemination.draft")
    @Operation(
            operationId = "previewDissemination",
            summary = "What each recipient will read, and who they are",
            description = "Under a purpose. The very view that a recipient reads, but for when it was disseminated, how"
                    + " far the recipient is and newer versions; with the agencies and the persons by name.")
    public DisseminationPreview preview(@RestPath UUID id) {
        return service.preview(id);
    }

    @POST
    @Path("/{id}/versions")
    @Idempotent
    @PermissionsAllowed("dissemination.draft")
    @Operation(
            operationId = "openDisseminationVersion",
            summary = "Draft the next version of what was disseminated",
            description =
                    "Under a purpose; id is that of the newest version. Sends the whole draft, with its recipients chosen"
                            + " again; it goes the same road. Whoever is left out keeps what it has until that is recalled.")
    public RestResponse<DisseminationView> openVersion(@RestPath UUID id, @Valid @NotNull DisseminationForm form) {
        return created(service.openVersion(id, form));
    }

    @POST
    @Path("/{id}/handovers")
    @Idempotent
    @PermissionsAllowed("dissemination.draft")
    @Operation(
            operationId = "handOverDissemination",
            summary = "Hand a draft over for approval",
            description =
                    "Fixes the digest that the approver names. Refused when a submission that rows were copied from"
                            + " has a newer version, when it tells who is protected by now, or when a recipient is gone: edit the"
                            + " draft anew.")
    public RestResponse<DisseminationDesk> handOver(@RestPath UUID id) {
        return answer(approval.handOver(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Idempotent
    @PermissionsAllowed("dissemination.approve")
    @StepUp
    @Operation(
            operationId = "decideOnDissemination",
            summary = "Approve or return a dissemination",
            description =
                    "By somebody who did not write on it. An approval seals it and discloses it to each recipient;"
                            + " a return needs a reason. What could not be handed over can't be approved either.")
    public RestResponse<DisseminationDesk> decide(@RestPath UUID id, @Valid @NotNull ApproveOrReturn command) {
        return answer(approval.decide(id, command));
    }

    @POST
    @Path("/{id}/alone-disseminations")
    @Idempotent
    @PermissionsAllowed("p1.act-alone")
    @StepUp
    @Operation(
            operationId = "releaseDisseminationAlone",
            summary = "Disseminate a P1 at once, without the second person",
            description =
                    "A draft whose rows all come from P1 intakes, by one person of the FIU with a second factor, on a"
                            + " ground of the closed list, with the entity tag that was read. What could not be handed over can't be"
                            + " released either. A second person reviews it within four hours, or the overseer is alerted.")
    public RestResponse<DisseminationDesk> releaseAlone(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ActAlone command) {
        return answer(approval.releaseAlone(id, ifMatch, command));
    }

    private static RestResponse<DisseminationView> created(DisseminationView view) {
        return ResponseBuilder.<DisseminationView>created(URI.create("/api/v1/disseminations/" + view.id()))
                .entity(view)
                .header(HttpHeaders.ETAG, tag(view))
                .build();
    }

    private static RestResponse<DisseminationDesk> answer(DisseminationDesk desk) {
        return ResponseBuilder.ok(desk)
                .header(HttpHeaders.ETAG, EntityTags.of(desk.revision()))
                .build();
    }

    private static String tag(DisseminationView view) {
        return EntityTags.of(Objects.requireNonNull(view.desk()).revision());
    }
}
