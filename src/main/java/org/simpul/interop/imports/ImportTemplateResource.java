package org.simpul.interop.imports;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.simpul.interop.tabular.Tables;
import org.simpul.interop.tabular.Templates;

@Path("/api/v1/import-templates")
@Tag(name = "Referrals")
class ImportTemplateResource {
    private final Templates templates;

    ImportTemplateResource(Templates templates) {
        this.templates = templates;
    }

    @GET
    @Path("/transactions.csv")
    @Produces(Tables.CSV)
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "readTransactionTemplateCsv",
            summary = "The template of a table of transactions, as CSV",
            description =
                    "Headers in the language of Accept-Language (Indonesian or English) and one row as an example, to"
                            + " be replaced. A file with these headers needs no mapping.")
    public RestResponse<byte[]> csv(@Context HttpHeaders headers) {
        return Tables.attachment(
                "transactions.csv", templates.csv(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    @GET
    @Path("/transactions.xlsx")
    @Produces(Tables.XLSX)
    @PermissionsAllowed("referral.draft")
    @Operation(
            operationId = "readTransactionTemplateXlsx",
            summary = "The template of a table of transactions, as a workbook",
            description = "As the one in CSV, with a second sheet that says what belongs into each column.")
    public RestResponse<byte[]> xlsx(@Context HttpHeaders headers) {
        return Tables.attachment(
                "transactions.xlsx", templates.xlsx(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }
}
