package org.simpul.interop.identifiers;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.simpul.identifier.list.Lines;
import org.simpul.identifier.screening.ScreeningRunView;
import org.simpul.interop.tabular.Tables;

@Path("/api/v1/screening-runs/{id}/content")
@Tag(name = "Identifier lists")
class ValueFileResource {
    private final ValueFiles files;

    ValueFileResource(ValueFiles files) {
        this.files = files;
    }

    @PUT
    @Consumes({Tables.CSV, Lines.TYPE})
    @PermissionsAllowed("identifier.screen")
    @APIResponse(
            responseCode = "200",
            description = "How it ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScreeningRunView.class)))
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = Tables.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "table",
                                        value = "type,scope,value\nBANK_ACCOUNT,ID:014,1234567890\n")),
                @Content(
                        mediaType = Lines.TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "lines",
                                        value =
                                                "{\"type\":\"BANK_ACCOUNT\",\"scope\":\"ID:014\",\"value\":\"1234567890\"}"))
            })
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    @Operation(
            operationId = "loadScreeningRun",
            summary = "Send the file of a screening",
            description =
                    "A CSV file in UTF-8 whose header names the columns (value, and as far as they are told type and"
                            + " scope, and no other), or JSON, one identifier in each line as the API takes it; 1 to 1,000,000 rows, at most"
                            + " 256 MiB. It is asked as it is read, and no value is kept: the audit can prove how many"
                            + " and which they were, and tells neither. Answers when it has been read: DONE, or REFUSED when it names another"
                            + " column, breaks off, is too long, goes over the quota or has too many hits, and then no hit is kept. Rows are counted by the day.")
    public ScreeningRunView load(@RestPath UUID id, @Context HttpHeaders headers, @NotNull InputStream file) {
        return files.load(id, headers.getMediaType(), file);
    }
}
