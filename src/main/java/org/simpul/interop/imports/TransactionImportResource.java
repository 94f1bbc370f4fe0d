package org.simpul.interop.imports;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.InputStream;
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
import org.simpul.delivery.TokenEnd;
import org.simpul.interop.tabular.ErrorList;
import org.simpul.interop.tabular.Tables;
import org.simpul.referral.ImportErrorView;
import org.simpul.referral.ImportView;
import org.simpul.referral.TransactionImports;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/referrals/{id}/imports")
@Tag(name = "Referrals")
class TransactionImportResource {
    private static final String ERRORS =
            "The first 1,000 errors are kept. In a table the row is counted as a spreadsheet"
                    + " does, the header is 1; in XML it is the entry or transaction, and element says where in it. As text/csv or"
                    + " as a workbook all of them come as one list to be taken away.";

    private final FileImport files;
    private final TransactionImports imports;
    private final ImportEvents events;
    private final SecurityIdentity identity;

    TransactionImportResource(
            FileImport files, TransactionImports imports, ImportEvents events, SecurityIdentity identity) {
        this.files = files;
        this.imports = imports;
        this.events = events;
        this.identity = identity;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "openTransactionImport",
            summary = "Open an import of transactions or of a report",
            description = "Says how a table's columns are to be read, where its headers are not those of our template."
                    + " The file itself is sent next, to …/content; an import takes one file.")
    public RestResponse<ImportView> open(@RestPath UUID id, @Valid @NotNull OpenImport command) {
        ImportView run = files.open(id, command);
        return ResponseBuilder.<ImportView>created(URI.create("/api/v1/referrals/" + id + "/imports/" + run.id()))
                .entity(run)
                .build();
    }

    @PUT
    @Path("/{importId}/content")
    @Consumes({Tables.CSV, Tables.XLSX, MediaType.APPLICATION_XML})
    @PermissionsAllowed("referral.draft")
    @APIResponse(
            responseCode = "200",
            description = "How it ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    @Operation(
            operationId = "loadTransactionImport",
            summary = "Send the file of an import",
            description =
                    "A CSV file in UTF-8, a workbook (XLSX), or XML: an ISO 20022 message (camt.053, camt.054, pacs.008) or a"
                            + " goAML report. At most 256 MiB and 2,000,000 rows. Answers when the file has been read: PUBLISHED"
                            + " when all of it is sound, else FAILED with the first errors, and nothing has changed. Once the"
                            + " file has come wholly, the import goes on without its sender.")
    public ImportView load(
            @RestPath UUID id, @RestPath UUID importId, @Context HttpHeaders headers, @NotNull InputStream file) {
        return files.load(id, importId, headers.getMediaType(), file);
    }

    @GET
    @Path("/{importId}")
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "readTransactionImport",
            summary = "How an import stands",
            description = "May be asked while the file is being sent, and at any time later: the counts move with every"
                    + " 5,000 rows.")
    public ImportView read(@RestPath UUID id, @RestPath UUID importId) {
        return imports.get(id, importId);
    }

    @GET
    @Path("/{importId}/events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @PermissionsAllowed("referral.draft")
    @APIResponse(
            responseCode = "200",
            description =
                    "Events named import; their data is the import as JSON. Comments in between keep the line open.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ImportView.class)))
    @Operation(
            operationId = "watchTransactionImport",
            summary = "Watch an import go on",
            description = "Server-sent events: the import as it stands at once, then with each change. The stream ends"
                    + " with the import, with the token, or when its reader may not read any more; open it again to go on."
                    + " One person may have four open.")
    public Multi<OutboundSseEvent> watch(@RestPath UUID id, @RestPath UUID importId, @Context Sse sse) {
        return events.of(id, importId, TokenEnd.of(identity), sse);
    }

    @GET
    @Path("/{importId}/errors")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "listTransactionImportErrors",
            summary = "What is wrong in the file, in its order",
            description = ERRORS)
    public Page<ImportErrorView> errors(
            @RestPath UUID id,
            @RestPath UUID importId,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        return imports.errors(id, importId, PageRequest.of(size, token));
    }

    // these two are one operation with the JSON above, which describes it
    @GET
    @Path("/{importId}/errors")
    @Produces(Tables.CSV)
    @PermissionsAllowed("referral.draft")
    @Operation(operationId = "listTransactionImportErrors", hidden = true)
    public RestResponse<byte[]> errorsInCsv(@RestPath UUID id, @RestPath UUID importId) {
        return Tables.attachment("errors.csv", Tables.csv(ErrorList.of(imports.allErrors(id, importId))));
    }

    @GET
    @Path("/{importId}/errors")
    @Produces(Tables.XLSX)
    @PermissionsAllowed("referral.draft")
    @Operation(operationId = "listTransactionImportErrors", hidden = true)
    public RestResponse<byte[]> errorsInAWorkbook(@RestPath UUID id, @RestPath UUID importId) {
        return Tables.attachment("errors.xlsx", Tables.xlsx(ErrorList.of(imports.allErrors(id, importId)), "errors"));
    }
}
