package org.simpul.interop.imports;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.simpul.interop.tabular.Tables;
import org.simpul.shared.EntityTags;

@Path("/api/v1/rfi-threads/{id}/answer/transactions")
@Tag(name = "Requests for information")
class AnswerImportResource {
    private final AnswerImport files;

    AnswerImportResource(AnswerImport files) {
        this.files = files;
    }

    /** How many transactions of a file stand in the answer now. */
    @Schema(name = "ImportedAnswer")
    record ImportedAnswer(int transactions) {}

    @PUT
    @Consumes({Tables.CSV, Tables.XLSX, MediaType.APPLICATION_XML})
    @PermissionsAllowed("rfi.answer.draft")
    @APIResponse(
            responseCode = "200",
            description = "All of them stand in the answer",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportedAnswer.class)))
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    @Operation(
            operationId = "importRfiAnswerTransactions",
            summary = "Take the transactions of our answer from a file",
            description =
                    "A CSV file or a workbook with the headers of our template, or an ISO 20022 message (camt.053,"
                            + " camt.054, pacs.008), of at most 3,000 rows, with the entity tag of the thread. They take the place of"
                            + " those before; remarks are left out. When a row is wrong, nothing has changed, and the answer says what"
                            + " is wrong in which row.")
    public RestResponse<ImportedAnswer> load(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context HttpHeaders headers,
            @NotNull InputStream file) {
        AnswerImport.Imported done = files.load(id, ifMatch, headers.getMediaType(), file);
        return ResponseBuilder.ok(new ImportedAnswer(done.transactions()))
                .header(HttpHeaders.ETAG, EntityTags.of(done.revision()))
                .build();
    }
}
