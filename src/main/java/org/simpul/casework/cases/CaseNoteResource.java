package org.simpul.casework.cases;

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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/cases/{id}/notes")
@Tag(name = "FIU casework")
class CaseNoteResource {
    private final CaseNoteService service;

    CaseNoteResource(CaseNoteService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "listCaseNotes",
            summary = "The notes of a case, newest first",
            description = "Under a purpose. With the conflicting copies that wait to be merged or dropped.")
    public Page<CaseNoteView> list(
            @RestPath UUID id, @RestQuery("page_size") Integer size, @RestQuery("page_token") String token) {
        return service.list(id, PageRequest.of(size, token));
    }

    @POST
    @Idempotent
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "writeCaseNote",
            summary = "Write a note in a case",
            description = "Under a purpose, by the team or a supervisor. It names no protected subject but by its"
                    + " reference.")
    public RestResponse<CaseNoteView> write(@RestPath UUID id, @Valid @NotNull WriteCaseNote command) {
        CaseNoteView note = service.write(id, command);
        return ResponseBuilder.<CaseNoteView>created(URI.create("/api/v1/cases/" + id + "/notes/" + note.id()))
                .entity(note)
                .header(HttpHeaders.ETAG, EntityTags.of(note.revision()))
                .build();
    }

    @GET
    @Path("/{noteId}")
    @PermissionsAllowed("case.work")
    @Operation(operationId = "readCaseNote", summary = "A note as it reads now", description = "Under a purpose.")
    public RestResponse<CaseNoteView> read(@RestPath UUID id, @RestPath UUID noteId) {
        CaseNoteView note = service.read(id, noteId);
        return ResponseBuilder.ok(note)
                .header(HttpHeaders.ETAG, EntityTags.of(note.revision()))
                .build();
    }

    @GET
    @Path("/{noteId}/versions")
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "listCaseNoteVersions",
            summary = "What a note read before, newest first",
            description = "Under a purpose. Each text with its writer.")
    public Page<CaseNoteTextView> versions(
            @RestPath UUID id,
            @RestPath UUID noteId,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        return service.versions(id, noteId, PageRequest.of(size, token));
    }

    @PUT
    @Path("/{noteId}")
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "changeCaseNote",
            summary = "Change a note",
            description = "Under a purpose, with the entity tag that the text is based on. Where the note has moved on,"
                    + " the answer is 409 and nothing is lost: the text is kept as a conflicting copy, which the answer"
                    + " shows beside the note. Merge it by a change that names it, or drop it.")
    @APIResponse(
            responseCode = "409",
            description = "The note has moved on; what was sent is kept as a conflicting copy",
            content = @Content(schema = @Schema(implementation = CaseNoteSaved.class)))
    public RestResponse<CaseNoteSaved> change(
            @RestPath UUID id,
            @RestPath UUID noteId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull ChangeCaseNote command) {
        CaseNoteSaved saved = service.change(id, noteId, ifMatch, command);
        Status status = saved.conflictingCopy() == null ? Status.OK : Status.CONFLICT;
        return ResponseBuilder.create(status, saved)
                .header(HttpHeaders.ETAG, EntityTags.of(saved.note().revision()))
                .build();
    }

    @POST
    @Path("/{noteId}/drops")
    @Idempotent
    @PermissionsAllowed("case.work")
    @Operation(
            operationId = "dropCaseNoteCopy",
            summary = "Drop a conflicting copy",
            description = "Under a purpose. It leaves the list; the timeline keeps that it was there.")
    public RestResponse<CaseNoteView> drop(@RestPath UUID id, @RestPath UUID noteId) {
        return ResponseBuilder.ok(service.drop(id, noteId)).build();
    }
}
