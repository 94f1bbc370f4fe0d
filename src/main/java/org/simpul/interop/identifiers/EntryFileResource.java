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
import org.simpul.identifier.list.ListImportView;
import org.simpul.interop.tabular.Tables;

@Path("/api/v1/identifier-lists/{id}/imports/{importId}/content")
@Tag(name = "Identifier lists")
class EntryFileResource {
    private final EntryFiles files;

    EntryFileResource(EntryFiles files) {
        this.files = files;
    }

    @PUT
    @Consumes({Tables.CSV, Lines.TYPE})
    @PermissionsAllowed("identifier-list.edit")
    @APIResponse(
            responseCode = "200",
            description = "How it ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ListImportView.class)))
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = Tables.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "table",
                                        value = "type,scope,value,confidence\nBANK_ACCOUNT,ID:014,1234567890,80\n")),
                @Content(
                        mediaType = Lines.TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "lines",
                                        value =
                                                "{\"identifier\":{\"type\":\"BANK_ACCOUNT\",\"scope\":\"ID:014\",\"value\":\"1234567890\"},\"confidence\":80}"))
            })
    @APIResponse(responseCode = "429", ref = "#/components/responses/Problem429")
    @Operation(
            operationId = "loadIdentifierListImport",
            summary = "Send the file of an import of identifiers",
            description =
                    "A CSV file in UTF-8 whose header names the columns (value, and as far as they are told type, scope,"
                            + " confidence, source_grade, information_grade, valid_from, valid_until, decay, typology_code), or"
                            + " JSON, one entry in each line as the API takes it. At most 256 MiB: a longer list comes in several"
                            + " files. It is stored as it is read; answers when it has been read: STORED, or REFUSED when"
                            + " something is wrong and nothing was to be kept then.")
    public ListImportView load(
            @RestPath UUID id, @RestPath UUID importId, @Context HttpHeaders headers, @NotNull InputStream file) {
        return files.load(id, importId, headers.getMediaType(), file);
    }
}
