package org.simpul.interop.tabular;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.referral.ImportErrorView;
import org.simpul.referral.ImportView;
import org.simpul.referral.TransactionImports;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/referrals/{id}/imports")
@Tag(name = "Referrals")
class TransactionImportResource {
    private final CsvImport csv;
    private final TransactionImports imports;

    TransactionImportResource(CsvImport csv, TransactionImports imports) {
        this.csv = csv;
        this.imports = imports;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "openTransactionImport",
            summary = "Open an import of transactions",
            description = "Says how the columns of a CSV file are to be read. The file itself is sent next, to"
                    + " …/content; an import takes one file.")
    public RestResponse<ImportView> open(@RestPath UUID id, @Valid @NotNull OpenImport command) {
        ImportView run = csv.open(id, command.mapping());
        return ResponseBuilder.<ImportView>created(URI.create("/api/v1/referrals/" + id + "/imports/" + run.id()))
                .entity(run)
                .build();
    }

    @PUT
    @Path("/{importId}/content")
    @Consumes("text/csv")
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "loadTransactionImport",
            summary = "Send the file of an import",
            description =
                    "A CSV file in UTF-8, at most 256 MiB and 2,000,000 rows. Answers when the file has been read:"
                            + " PUBLISHED when every row is sound, else FAILED with the first errors, and nothing has changed.")
    public ImportView load(@RestPath UUID id, @RestPath UUID importId, @NotNull InputStream file) {
        return csv.load(id, importId, file);
    }

    @GET
    @Path("/{importId}")
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "readTransactionImport",
            summary = "How an import stands",
            description = "May be asked while the file is being sent: the counts move with every 5,000 rows.")
    public ImportView read(@RestPath UUID id, @RestPath UUID importId) {
        return imports.get(id, importId);
    }

    @GET
    @Path("/{importId}/errors")
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "listTransactionImportErrors",
            summary = "What is wrong in the file, in its order",
            description = "The first 1,000 errors are kept; the row is counted as a spreadsheet does, the header is 1.")
    public Page<ImportErrorView> errors(
            @RestPath UUID id,
            @RestPath UUID importId,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        return imports.errors(id, importId, PageRequest.of(size, token));
    }
}
