package org.simpul.interop.tabular;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simpul.identifier.IdentifierType;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.reading.Limits;
import org.simpul.interop.reading.Spooled;
import org.simpul.referral.ImportChunk;
import org.simpul.referral.ImportSummary;
import org.simpul.referral.ImportedTransaction;
import org.simpul.referral.RowError;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class XlsxTransactionsTest {
    private static final String[] HEADER = {"tanggal", "nominal", "rekening_asal", "rekening_tujuan", "berita"};

    @TempDir
    Path folder;

    private final List<ImportedTransaction> rows = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();

    @Test
    void datesAreCellsOrTextsAndNumbersHaveNoNoise() throws Exception {
        read(mapping(null), book(sheet -> {
            sheet.value(1, 0, LocalDate.of(2026, 1, 31));
            sheet.style(1, 0).format("dd/mm/yyyy").set();
            sheet.value(1, 1, 0.1 + 0.2);
            sheet.value(1, 2, 12345678);
            sheet.value(1, 3, "0012345679");
            sheet.value(2, 0, "2026-02-01");
            sheet.value(2, 1, "1,250.75");
            sheet.value(2, 2, 1.2345678901E10);
            sheet.value(2, 3, "0012345679");
            sheet.value(2, 4, "=not run, since it is a text");
        }));
        assertEquals(List.of(new RowError(3, "remark", "formula_cell")), errors);
        ImportedTransaction row = rows.get(0);
        assertEquals(LocalDate.of(2026, 1, 31), row.bookedOn());
        assertEquals(new BigDecimal("0.3000"), row.amount());
        assertEquals("12345678", row.from().value());
    }

    @Test
    void aFormulaIsRefusedAndANumberThatLostDigitsToo() throws Exception {
        read(mapping(null), book(sheet -> {
            row(sheet, 1);
            sheet.formula(1, 4, "1+1");
            row(sheet, 2);
            sheet.value(2, 2, new BigDecimal("1234567890123456789"));
            row(sheet, 3);
            sheet.value(3, 1, new BigDecimal("1e400"));
            row(sheet, 4);
            sheet.value(4, 1, -5);
            row(sheet, 5);
            sheet.value(5, 0, 99_999_999);
        }));
        assertEquals(
                List.of(
                        new RowError(2, "remark", "formula_cell"),
                        new RowError(3, "from_account", "number_lost_digits"),
                        new RowError(4, "amount", "invalid_amount"),
                        new RowError(5, "amount", "negative_amount"),
                        new RowError(6, "date", "invalid_date")),
                errors);
    }

    @Test
    void theFirstSheetIsReadOrTheOneThatIsNamed() throws Exception {
        byte[] book = Tables.workbook(workbook -> {
            workbook.newWorksheet("Sampul").value(0, 0, "nothing here");
            Worksheet sheet = workbook.newWorksheet("Mutasi");
            header(sheet);
            row(sheet, 1);
            row(sheet, 4);
        });
        ImportSummary summary = read(mapping("Mutasi"), book);
        assertEquals(2, rows.size());
        assertEquals(1, summary.rowsRepeated());
        assertEquals("unusable_header", refusal(mapping(null), book));
        assertEquals("unknown_sheet", refusal(mapping("Lain"), book));
    }

    @Test
    void theTemplateIsReadAsItIs() throws Exception {
        for (String language : new String[] {"id", "en"}) {
            rows.clear();
            read(ImportMapping.TEMPLATE, Templates.workbook(language.equals("id")));
            assertEquals(1, rows.size());
            assertEquals("0012345678", rows.get(0).from().value());
            assertEquals(LocalDate.of(2026, 1, 31), rows.get(0).bookedOn());
        }
    }

    @Test
    void whatIsNoWorkbookIsRefused() {
        assertEquals("malformed_xlsx", refusal(mapping(null), "PK no zip".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("malformed_xlsx", refusal(mapping(null), new byte[0]));
        assertEquals("empty_file", refusal(mapping(null), Tables.workbook(book -> book.newWorksheet("x"))));
        assertEquals("no_rows", refusal(mapping(null), book(sheet -> {})));
    }

    @Test
    void aBombIsFoundBeforeItIsHeldInMemory() {
        byte[] book = book(sheet -> row(sheet, 1));
        assertEquals(
                "zip_bomb",
                refusal(
                        mapping(null),
                        changed(
                                book,
                                "xl/worksheets/sheet1.xml",
                                text -> text.replace("</sheetData>", "<row/>".repeat(8_000_000) + "</sheetData>"))));
        assertEquals(
                "zip_bomb",
                refusal(
                        mapping(null),
                        changed(
                                book,
                                "xl/styles.xml",
                                text -> text.replaceFirst(
                                        "</styleSheet>", "<x/>".repeat(8_000_000) + "</styleSheet>"))));
        ImportLimits limits = Limits.of(Map.of("max-shared-texts", "2000", "max-parts", "20"));
        assertEquals("too_many_texts", refusal(limits, book(sheet -> {
            for (int i = 1; i < 200; i++) {
                sheet.value(i, 0, "text number " + i);
            }
        })));
    }

    @Test
    void aDocumentTypeAndACellThatIsNoneAreRefused() {
        byte[] book = book(sheet -> row(sheet, 1));
        String sheet = "xl/worksheets/sheet1.xml";
        assertEquals(
                "doctype_refused",
                refusal(
                        mapping(null),
                        changed(
                                book,
                                sheet,
                                text -> text.replaceFirst(
                                        "<worksheet",
                                        "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet"))));
        assertEquals(
                "malformed_xlsx",
                refusal(mapping(null), changed(book, sheet, text -> text.replace("r=\"A2\"", "r=\"ZZZZZZ2\""))));
        assertEquals(
                "malformed_xlsx", refusal(mapping(null), changed(book, sheet, text -> text.replace("</row>", ""))));
    }

    @Test
    void whatOneCellOneRowAndTheWholeBookHoldIsBounded() {
        String text = "<c t=\"inlineStr\"><is><t>" + "x".repeat(60_000) + "</t></is></c>";
        assertEquals(
                "record_too_large",
                refusal(Map.of(), "<row>" + text.replace("</t>", "x".repeat(6_000) + "</t>") + "</row>"));
        String nested = text.replace("</t>", "<c/>" + "x".repeat(6_000) + "</t>");
        assertEquals("record_too_large", refusal(Map.of(), "<row>" + nested + "</row>"));
        Map<String, String> shortRows = Map.of("max-record-length", "100000");
        assertEquals("record_too_large", refusal(shortRows, "<row>" + text.repeat(2) + "</row>"));
        // whichever part the book takes them from
        Map<String, String> fewTexts = Map.of("max-shared-texts", "20000");
        assertEquals("too_many_texts", refusal(fewTexts, "<si><t>x</t></si>".repeat(1_000)));
        assertEquals(
                "too_many_texts",
                refusal(
                        Limits.of(fewTexts),
                        changed(
                                book(sheet -> row(sheet, 1)),
                                "xl/workbook.xml",
                                book -> book + "<!--" + "x".repeat(30_000) + "-->")));
        assertEquals("too_many_rows", refusal(Map.of("max-rows", "100"), "<row/>".repeat(200)));
    }

    @Test
    void whatTheReaderStumblesOverIsNotQuoted() {
        FileRefused refused = assertThrows(
                FileRefused.class,
                () -> read(mapping(null), added("<row r=\"9\"><c r=\"A9\" t=\"s\"><v>Siti Aminah</v></c></row>")));
        assertEquals("malformed_xlsx", refused.code());
        assertEquals(null, refused.getCause());
    }

    @Test
    void picturesAreLeftOutAndCounted() throws Exception {
        assertEquals(
                1,
                read(mapping(null), with(book(sheet -> row(sheet, 1)), "xl/media/image1.png"))
                        .attachmentsDropped());
    }

    private static byte[] book(Consumer<Worksheet> filling) {
        return Tables.workbook((Workbook workbook) -> {
            Worksheet sheet = workbook.newWorksheet("Sheet 1");
            header(sheet);
            filling.accept(sheet);
        });
    }

    private static void header(Worksheet sheet) {
        for (int i = 0; i < HEADER.length; i++) {
            sheet.value(0, i, HEADER[i]);
        }
    }

    private static void row(Worksheet sheet, int at) {
        sheet.value(at, 0, "2026-01-31");
        sheet.value(at, 1, 5);
        sheet.value(at, 2, "0012345678");
        sheet.value(at, 3, "0012345679");
    }

    private static ImportMapping mapping(String sheet) {
        return new ImportMapping(
                null,
                "IDR",
                new ImportMapping.Account(IdentifierType.BANK_ACCOUNT, "ID:014"),
                null,
                null,
                null,
                null,
                null,
                sheet,
                null,
                null);
    }

    private ImportSummary read(ImportMapping mapping, byte[] book) throws FileRefused, IOException {
        return read(mapping, book, Limits.of(Map.of()));
    }

    private ImportSummary read(ImportMapping mapping, byte[] book, ImportLimits limits)
            throws FileRefused, IOException {
        try (Spooled file = Limits.spooled(folder, book)) {
            return new XlsxTransactions(mapping, limits, Limits.currencies()).read(file, this::take);
        }
    }

    private void take(ImportChunk chunk) {
        rows.addAll(chunk.transactions());
        errors.addAll(chunk.errors());
    }

    private String refusal(ImportMapping mapping, byte[] book) {
        return assertThrows(FileRefused.class, () -> read(mapping, book)).code();
    }

    private String refusal(ImportLimits limits, byte[] book) {
        return assertThrows(FileRefused.class, () -> read(mapping(null), book, limits))
                .code();
    }

    private String refusal(Map<String, String> limits, String rows) {
        return refusal(Limits.of(limits), added(rows));
    }

    private static byte[] added(String rows) {
        return changed(
                book(sheet -> row(sheet, 1)),
                "xl/worksheets/sheet1.xml",
                text -> text.replace("</sheetData>", rows + "</sheetData>"));
    }

    private static byte[] with(byte[] book, String part) {
        return rewritten(book, "", UnaryOperator.identity(), part);
    }

    private static byte[] changed(byte[] book, String part, UnaryOperator<String> change) {
        return rewritten(book, part, change, null);
    }

    private static byte[] rewritten(byte[] book, String part, UnaryOperator<String> change, String added) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(book).get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                String written = entry.getName().equals(part) ? change.apply(text) : text;
                out.write(written.getBytes(StandardCharsets.UTF_8));
            }
            if (added != null) {
                out.putNextEntry(new ZipEntry(added));
                out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
