package org.simpul.interop.tabular;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.simpul.access.Purpose;
import org.simpul.audit.AuditExport;
import org.simpul.audit.AuditExportService;
import org.simpul.audit.AuditFilter;
import org.simpul.audit.AuditScope;
import org.simpul.audit.Outcome;
import org.simpul.identifier.list.Lines;
import org.simpul.interop.tabular.AuditFile.Format;

@Path("/api/v1/audit-exports")
@Produces({Tables.CSV, Lines.TYPE})
@Tag(name = "Oversight")
@APIResponse(
        responseCode = "200",
        description = "The entries, newest first",
        content = {
            @Content(
                    mediaType = Tables.CSV,
                    schema = @Schema(type = SchemaType.STRING),
                    examples = @ExampleObject(name = "table", value = AuditExportResource.CSV_EXAMPLE)),
            @Content(
                    mediaType = Lines.TYPE,
                    schema = @Schema(type = SchemaType.STRING),
                    examples = @ExampleObject(name = "lines", value = AuditExportResource.LINE_EXAMPLE))
        })
class AuditExportResource {
    private static final String HOW =
            " From `from` on, which has to be named, to `to` or now: 93 days and 100,000 entries at the most, newest first."
                    + " `format` is CSV or LINES (JSON, one entry in each line). Each row bears the id of the file and who took it"
                    + " out; both are recorded before the first row. An answer that breaks off is not whole: ask again.";
    static final String CSV_EXAMPLE =
            "id,at,person_id,actor,participant,roles,client,act,object_kind,object_id,purpose,case_reference,outcome,"
                    + "request_id,detail_digest,export_id,exported_by\r\n"
                    + "019a0d3c-5c1e-7000-8000-000000000001,2026-03-01T10:42:17.251003Z,019a0d3c-5c1e-7000-8000-000000000002,"
                    + "person,bank-a,investigator,simpul-cli,referral.read,REFERRAL,019a0d3c-5c1e-7000-8000-000000000003,FILING,,"
                    + "ALLOWED,6f0c1c1e-2d5b-4c57-9d4e-7d0f3c1f7a10,,019a0d3c-5c1e-7000-8000-000000000004,"
                    + "019a0d3c-5c1e-7000-8000-000000000005\r\n";
    static final String LINE_EXAMPLE =
            "{\"id\":\"019a0d3c-5c1e-7000-8000-000000000001\",\"at\":\"2026-03-01T10:42:17.251003Z\","
                    + "\"person_id\":\"019a0d3c-5c1e-7000-8000-000000000002\",\"actor\":\"person\",\"participant\":\"bank-a\","
                    + "\"roles\":[\"investigator\"],\"client\":\"simpul-cli\",\"act\":\"referral.listed\","
                    + "\"object_kind\":\"REFERRAL\",\"purpose\":\"FILING\",\"outcome\":\"ALLOWED\","
                    + "\"request_id\":\"6f0c1c1e-2d5b-4c57-9d4e-7d0f3c1f7a10\","
                    + "\"export_id\":\"019a0d3c-5c1e-7000-8000-000000000004\","
                    + "\"exported_by\":\"019a0d3c-5c1e-7000-8000-000000000005\"}";

    private final AuditExportService service;

    AuditExportResource(AuditExportService service) {
        this.service = service;
    }

    @GET
    @PermissionsAllowed("audit.export")
    @Operation(
            operationId = "exportAuditEntries",
            summary = "Acts of all institutions, as a file",
            description = "As listAuditEntries shows them." + HOW)
    public Response all(
            @RestQuery("person_id") UUID personId,
            @RestQuery("participant_id") UUID participantId,
            @RestQuery("object_id") UUID objectId,
            @RestQuery String act,
            @RestQuery Purpose purpose,
            @RestQuery("case_reference") String caseReference,
            @RestQuery Outcome outcome,
            @RestQuery OffsetDateTime from,
            @RestQuery OffsetDateTime to,
            @RestQuery @DefaultValue("CSV") Format format) {
        AuditFilter filter = new AuditFilter(personId, participantId, objectId, act, purpose, caseReference, outcome);
        return file(service.begin(AuditScope.ALL, filter.within(from, to)), format);
    }

    @GET
    @Path("/own-people")
    @PermissionsAllowed("audit.read-own")
    @Operation(
            operationId = "exportAuditEntriesOfOwnPeople",
            summary = "What the people of one's own institution did, as a file",
            description = "As listAuditEntriesOfOwnPeople shows them." + HOW)
    public Response ofOwnPeople(
            @RestQuery("person_id") UUID personId,
            @RestQuery("object_id") UUID objectId,
            @RestQuery String act,
            @RestQuery Purpose purpose,
            @RestQuery("case_reference") String caseReference,
            @RestQuery Outcome outcome,
            @RestQuery OffsetDateTime from,
            @RestQuery OffsetDateTime to,
            @RestQuery @DefaultValue("CSV") Format format) {
        AuditFilter filter = new AuditFilter(personId, null, objectId, act, purpose, caseReference, outcome);
        return file(service.begin(AuditScope.OWN_PEOPLE, filter.within(from, to)), format);
    }

    @GET
    @Path("/own-objects")
    @PermissionsAllowed("audit.read-own-objects")
    @Operation(
            operationId = "exportAuditEntriesOnOwnObjects",
            summary = "Who acted on what one's own institution owns, as a file",
            description = "As listAuditEntriesOnOwnObjects shows them." + HOW)
    public Response onOwnObjects(
            @RestQuery("person_id") UUID personId,
            @RestQuery("participant_id") UUID participantId,
            @RestQuery("object_id") UUID objectId,
            @RestQuery String act,
            @RestQuery Purpose purpose,
            @RestQuery Outcome outcome,
            @RestQuery OffsetDateTime from,
            @RestQuery OffsetDateTime to,
            @RestQuery @DefaultValue("CSV") Format format) {
        AuditFilter filter = new AuditFilter(personId, participantId, objectId, act, purpose, null, outcome);
        return file(service.begin(AuditScope.OWN_OBJECTS, filter.within(from, to)), format);
    }

    /** Not as a {@code RestResponse}: of two types its writer would be chosen by that class, and write a name. */
    private static Response file(AuditExport export, Format format) {
        return switch (format) {
            case CSV -> attachment(new AuditFile(export, format), Tables.CSV + ";charset=UTF-8", ".csv");
            case LINES -> attachment(new AuditFile(export, format), Lines.TYPE, ".ndjson");
        };
    }

    private static Response attachment(AuditFile file, String type, String extension) {
        String name = "acts-" + file.export().id() + extension;
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
