package org.simpul.interop.tabular;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Small tables on their way out. No cell is ever run as a formula where it is opened. */
public final class Tables {
    public static final String CSV = "text/csv";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+@\\t\\r-].*", Pattern.DOTALL);

    private Tables() {}

    public static RestResponse<byte[]> attachment(String fileName, byte[] content) {
        return ResponseBuilder.ok(content)
                .header(HttpHeaders.CONTENT_TYPE, fileName.endsWith(".csv") ? CSV + ";charset=UTF-8" : XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    public static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(Tables::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] xlsx(List<List<String>> rows, String name) {
        return workbook(workbook -> {
            Worksheet sheet = workbook.newWorksheet(name);
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.get(i).size(); j++) {
                    sheet.value(i, j, harmless(rows.get(i).get(j)));
                }
            }
        });
    }

    interface Filling {
        void fill(Workbook workbook);
    }

    static byte[] workbook(Filling filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Simpul", "1.0")) {
            filling.fill(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** An apostrophe in front makes a text of what would be run. */
    static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
