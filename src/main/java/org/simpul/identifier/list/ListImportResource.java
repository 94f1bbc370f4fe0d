package org.simpul.identifier.list;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.simpul.shared.Idempotent;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

@Path("/api/v1/identifier-lists/{id}/imports")
@Tag(name = "Identifier lists")
class ListImportResource {
    private final ListImports imports;

    ListImportResource(ListImports imports) {
        this.imports = imports;
    }

    @POST
    @Idempotent
    @PermissionsAllowed("identifier-list.edit")
    @Operation(
            operationId = "openIdentifierListImport",
            summary = "Open an import of identifiers",
            description =
                    "Says whether the file adds or removes, and what becomes of it when something in it is wrong. The"
                            + " file itself is sent next, to …/content; an import takes one file.")
    public RestResponse<ListImportView> open(@RestPath UUID id, @Valid @NotNull OpenListImport command) {
        ListImportView run = imports.open(id, command);
        return ResponseBuilder.<ListImportView>created(
                        URI.create("/api/v1/identifier-lists/" + id + "/imports/" + run.id()))
                .entity(run)
                .build();
    }

    @GET
    @Path("/{importId}")
    @PermissionsAllowed("identifier-list.edit")
    @Operation(
            operationId = "readIdentifierListImport",
            summary = "How an import of identifiers stands",
            description = "May be asked while the file is being sent, and at any time later.")
    public ListImportView read(@RestPath UUID id, @RestPath UUID importId) {
        return imports.get(id, importId);
    }

    @GET
    @Path("/{importId}/findings")
    @PermissionsAllowed("identifier-list.edit")
    @Operation(
            operationId = "listIdentifierListImportFindings",
            summary = "What is wrong in a file of identifiers, and what is worth a look, in its order",
            description = "By row, column and code, never the value. The first 10,000 are kept, all are counted.")
    public Page<ListFindingView> findings(
            @RestPath UUID id,
            @RestPath UUID importId,
            @RestQuery("page_size") Integer size,
            @RestQuery("page_token") String token) {
        return imports.findings(id, importId, PageRequest.of(size, token));
    }
}
