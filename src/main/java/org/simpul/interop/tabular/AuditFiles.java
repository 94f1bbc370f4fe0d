package org.simpul.interop.tabular;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.simpul.audit.AuditEntryView;
import org.simpul.audit.AuditExport;
import org.simpul.audit.AuditExportService;
import org.simpul.identifier.list.Lines;
import org.simpul.shared.PageRequest;

/**
 * Acts as files, portion by portion: never more than one is in memory. Whoever loses its right to read meanwhile gets an
 * answer that breaks off.
 */
@Provider
@Produces({Tables.CSV, Lines.TYPE})
class AuditFiles implements MessageBodyWriter<AuditFile> {
    private static final List<String> COLUMNS = List.of(
            "id",
            "at",
            "person_id",
            "actor",
            "participant",
            "roles",
            "client",
            "act",
            "object_kind",
            "object_id",
            "purpose",
            "case_reference",
            "outcome",
            "request_id",
            "detail_digest",
            "export_id",
            "exported_by");

    private final AuditExportService service;
    private final ObjectMapper json;
    private final ObjectWriter lines;

    AuditFiles(AuditExportService service, ObjectMapper json) {
        this.service = service;
        this.json = json;
        // one flush for each buffer, and not for each entry
        this.lines = json.writer()
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .withRootValueSeparator("");
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == AuditFile.class;
    }

    @Override
    public void writeTo(
            AuditFile file,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        switch (file.format()) {
            case CSV -> writeCsv(file.export(), body);
            case LINES -> writeLines(file.export(), body);
        }
    }

    private interface Row {
        void write(AuditEntryView entry) throws IOException;
    }

    private void each(AuditExport export, Row row) throws IOException {
        List<AuditEntryView> portion =
                service.portion(export, PageRequest.of(null, null).before());
        while (!portion.isEmpty()) {
            for (AuditEntryView entry : portion) {
                row.write(entry);
            }
            portion = service.portion(export, portion.get(portion.size() - 1).id());
        }
    }

    private void writeCsv(AuditExport export, OutputStream body) throws IOException {
        // not closed: what breaks off is not ended as if it were whole
        CSVPrinter table = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        table.printRecord(COLUMNS);
        each(
                export,
                entry -> table.printRecord(cells(export, entry)
                        .map(cell -> Tables.harmless(Objects.toString(cell, "")))
                        .toList()));
        table.flush();
    }

    private static Stream<Object> cells(AuditExport export, AuditEntryView entry) {
        return Stream.of(
                entry.id(),
                entry.at(),
                entry.personId(),
                entry.actor(),
                entry.participant(),
                String.join(" ", entry.roles()),
                entry.client(),
                entry.act(),
                entry.objectKind(),
                entry.objectId(),
                entry.purpose(),
                entry.caseReference(),
                entry.outcome(),
                entry.requestId(),
                entry.detailDigest(),
                export.id(),
                export.reader().person());
    }

    private void writeLines(AuditExport export, OutputStream body) throws IOException {
        try (JsonGenerator generator = lines.createGenerator(body)) {
            // what breaks off is not ended as if it were whole
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            each(export, entry -> {
                ObjectNode line = json.valueToTree(entry);
                line.put("export_id", export.id().toString());
                line.put("exported_by", export.reader().person().toString());
                lines.writeValue(generator, line);
                generator.writeRaw('\n');
            });
        }
    }
}
