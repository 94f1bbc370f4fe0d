package org.simpul.casework;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/disseminations/{id}")
@Tag(name = "Disseminations")
class DocumentResource {
    private static final String PDF = "application/pdf";

    private final DocumentService service;

    DocumentResource(DocumentService service) {
        this.service = service;
    }

    @GET
    @Path("/document")
    @Produces(PDF)
    @PermissionsAllowed("export")
    @Operation(
            operationId = "exportDisseminationDocument",
            summary = "A dissemination as pages to print",
            description =
                    "Under a purpose; law enforcement also under a live matter. Each page bears the handling and who"
                            + " took it out when. What was recalled is not there; of more than 1,200 rows take the JSON.")
    public RestResponse<byte[]> pages(@RestPath UUID id) {
        return attachment(service.pages(id), PDF, id + ".pdf");
    }

    @GET
    @Path("/document.json")
    @Produces(MediaType.APPLICATION_JSON)
    @PermissionsAllowed("export")
    @Operation(
            operationId = "exportDissemination",
            summary = "A dissemination for a program",
            description = "Under a purpose; law enforcement also under a live matter. With who took it out when.")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExportedDissemination.class)))
    public RestResponse<byte[]> json(@RestPath UUID id) {
        return attachment(service.json(id), MediaType.APPLICATION_JSON, id + ".json");
    }

    private static RestResponse<byte[]> attachment(byte[] copy, String type, String fileName) {
        return ResponseBuilder.ok(copy)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .build();
    }
}
