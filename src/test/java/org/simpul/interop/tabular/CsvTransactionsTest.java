package org.simpul.interop.tabular;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.Limits;
import org.simpul.referral.ImportChunk;
import org.simpul.referral.ImportSummary;
import org.simpul.referral.ImportedTransaction;
import org.simpul.referral.RowError;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CsvTransactionsTest {
    private static final ImportMapping.Account BANK = new ImportMapping.Account(IdentifierType.BANK_ACCOUNT, "ID:014");
    private static final String HEADER = "tanggal,nominal,rekening_asal,rekening_tujuan,kanal,berita\n";

    @Test
    void theTemplatesHeadersNeedNoMapping() throws Exception {
        ImportChunk chunk = read(
                ImportMapping.TEMPLATE,
                """
                Date , Amount,Mata Uang,from_account,from_type,from_scope,rekening tujuan,to_type,to_scope,channel,berita
                2026-01-31,1234.5,idr,001-234-5678,BANK_ACCOUNT,id:014,0812 3456 7890,e_wallet,Dompet-Kita,Mobile Banking,uang sekolah
                """);
        assertEquals(List.of(), chunk.errors());
        assertEquals(
                List.of(new ImportedTransaction(
                        LocalDate.of(2026, 1, 31),
                        new BigDecimal("1234.5000"),
                        "IDR",
                        new Identifier(IdentifierType.BANK_ACCOUNT, "ID:014", "0012345678"),
                        new Identifier(IdentifierType.E_WALLET, "dompetkita", "+6281234567890"),
                        "MOBILE_BANKING",
                        "uang sekolah")),
                chunk.transactions());
    }

    @Test
    void daysAreCountedFromTheBaseDateAndAccountsGetTheirZerosBack() throws Exception {
        ImportMapping mapping = new ImportMapping(
                Map.of("date", "time", "amount", "value", "from_account", "sourceNodeId", "to_account", "targetNodeId"),
                "IDR",
                BANK,
                DateFormat.DAYS_SINCE_BASE,
                LocalDate.of(2026, 1, 1),
                null,
                null,
                10,
                null,
                null,
                null);
        ImportedTransaction row = read(mapping, "sourceNodeId,targetNodeId,value,time\n216,14730,163.3,1\n")
                .transactions()
                .get(0);
        assertEquals(LocalDate.of(2026, 1, 2), row.bookedOn());
        assertEquals("0000000216", row.from().value());
        assertEquals("0000014730", row.to().value());
        assertEquals(new BigDecimal("163.3000"), row.amount());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "POINT 1234.5 1234.5",
                "POINT 1,234,567.25 1234567.25",
                "COMMA 1.234.567,25 1234567.25",
                "COMMA 1234 1234",
                "COMMA 0,1 0.1"
            })
    void amountsAreReadByTheirDecimalSeparator(DecimalSeparator separator, String text, BigDecimal amount) {
        assertEquals(amount, separator.read(text).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {"POINT 1.234,5", "COMMA 1,234.5", "POINT 12,34", "POINT 1e9", "POINT Rp1000", "POINT .5"})
    void anAmountInAnotherNotationIsRefused(DecimalSeparator separator, String text) {
        assertTrue(separator.read(text).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "ISO, 2026-01-31",
        "ISO, 2026-01-31 13:45:10",
        "DD_MM_YYYY, 31/01/2026",
        "DD_MM_YYYY, 31.1.2026",
        "MM_DD_YYYY, 01-31-2026",
        "YYYYMMDD, 20260131",
        "DAYS_SINCE_BASE, 30"
    })
    void datesAreReadByTheirFormat(DateFormat format, String text) {
        assertEquals(
                LocalDate.of(2026, 1, 31),
                format.read(text, LocalDate.of(2026, 1, 1)).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "ISO, 31/01/2026",
        "ISO, 2026-02-30",
        "ISO, 1026-01-01",
        "DD_MM_YYYY, 01/31/2026",
        "DD_MM_YYYY, 31/01-2026",
        "DAYS_SINCE_BASE, 1.5",
        "DAYS_SINCE_BASE, 999999"
    })
    void aDateThatIsNoneIsRefused(DateFormat format, String text) {
        assertTrue(format.read(text, LocalDate.of(2026, 1, 1)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2026-01-31,5,0012345678,0012345679,ATM,=1+1|remark|formula_cell",
                "2026-01-31,5,0012345678,0012345679,ATM,@SUM(A1)|remark|formula_cell",
                "2026-01-31,5,0012345678,0012345679,ATM,-1+cmd|remark|formula_cell",
                "2026-01-31,5,=\"0012345678\",0012345679,ATM,x|from_account|formula_cell",
                "2026-01-31,5,0012345678,0012345679,ATM,\"lihat data:image/png;base64,AAAA\"|remark|no_media",
                "2026-01-31,5,0012345678,0012345679,ATM,\"lihat data:,halo\"|remark|no_media",
                "2026-01-31,5,0012345678,0012345679,ATM,a\u202Eb|remark|unreadable_character",
                "2026-01-31,5,12x,0012345679,ATM,x|from_account|identifier_unsupported_character",
                "2026-01-31,5,00000000,0012345679,ATM,x|from_account|identifier_placeholder",
                "2026-01-31,5,,0012345679,ATM,x|from_account|required",
                "2026-01-31,-5,0012345678,0012345679,ATM,x|amount|negative_amount",
                "2026-01-31,5.00001,0012345678,0012345679,ATM,x|amount|too_many_decimals",
                "2026-01-31,1000000000000000,0012345678,0012345679,ATM,x|amount|invalid_amount",
                "31-01-2026,5,0012345678,0012345679,ATM,x|date|invalid_date",
                "2026-01-31,5,0012345678,0012345679,%%,x|channel|invalid_channel",
                "2026-01-31,5,0012345678,0012345679,ATM,x,y|row|wrong_number_of_columns",
                "2026-01-31,5,0012345678,0012345679|row|wrong_number_of_columns"
            })
    void aBrokenCellIsNamedByRowFieldAndCode(String row, String field, String code) throws Exception {
        String sound = "2026-01-31,5,0012345678,0012345679,ATM,-\n";
        ImportChunk chunk = read(constants(), HEADER + sound + row + "\n" + sound);
        assertEquals(List.of(new RowError(3, field, code)), chunk.errors());
        assertEquals(3, chunk.rowsRead());
        assertEquals(1, chunk.rowsFailed());
        assertEquals(2, chunk.transactions().size());
    }

    @Test
    void aRemarkOfPhoneNumbersOrSignedNumbersIsNoFormula() throws Exception {
        String start = "2026-01-31,5,0012345678,0012345679,ATM,";
        ImportChunk chunk =
                read(constants(), HEADER + start + "+62 812-3456-7890\n" + start + "-12.5\n" + start + "-\n");
        assertEquals(List.of(), chunk.errors());
    }

    @Test
    void allThatIsWrongInARowIsToldAtOnce() throws Exception {
        ImportChunk chunk = read(constants(), HEADER + "x,y,0012345678,0012345679,ATM," + "z".repeat(501) + "\n");
        assertEquals(
                List.of(
                        new RowError(2, "date", "invalid_date"),
                        new RowError(2, "amount", "invalid_amount"),
                        new RowError(2, "remark", "remark_too_long")),
                chunk.errors());
        assertEquals(1, chunk.rowsFailed());
    }

    @Test
    void theByteOrderMarkOfASpreadsheetIsNoPartOfTheHeader() throws Exception {
        assertEquals(
                1,
                read(constants(), "\ufeff" + HEADER + "2026-01-31,5,0012345678,0012345679,ATM,x\n")
                        .transactions()
                        .size());
    }

    @Test
    void semicolonsAndDecimalCommasAreReadWhenTheMappingSaysSo() throws Exception {
        ImportMapping mapping = new ImportMapping(
                null,
                "IDR",
                BANK,
                DateFormat.DD_MM_YYYY,
                null,
                DecimalSeparator.COMMA,
                Delimiter.SEMICOLON,
                null,
                null,
                null,
                null);
        ImportedTransaction row = read(
                        mapping, "date;amount;from_account;to_account\n31/01/2026;1.250,75;0012345678;0012345679\n")
                .transactions()
                .get(0);
        assertEquals(new BigDecimal("1250.7500"), row.amount());
    }

    @Test
    void anUnusableHeaderNamesEachColumn() {
        FileRefused refused = assertThrows(
                FileRefused.class,
                () -> read(ImportMapping.TEMPLATE, "tanggal,date,amount,from_account,to_account,to_type\n"));
        assertEquals("unusable_header", refused.code());
        assertEquals(
                List.of(
                        new RowError(1, "date", "duplicate_column"),
                        new RowError(1, "currency", "missing_column"),
                        new RowError(1, "from_type", "missing_column")),
                refused.errors());
    }

    @Test
    void aFileThatCannotBeReadOnIsRefusedAsAWhole() {
        String row = "2026-01-31,5,0012345678,0012345679,ATM,x\n";
        assertEquals("empty_file", refusal(""));
        assertEquals("no_rows", refusal(HEADER));
        assertEquals("malformed_csv", refusal(HEADER + "2026-01-31,5,\"a\"b,c,d,e\n"));
        assertEquals("too_many_rows", refusal(HEADER + row.repeat(101)));
        assertEquals(
                "file_too_large",
                refusal(HEADER + ("2026-01-31,5,0012345678,0012345679,ATM," + "x".repeat(4_000) + "\n").repeat(30)));
        assertEquals("row_too_long", refusal(HEADER + row + "\"" + "x".repeat(60_000)));
        byte[] latin = (HEADER + row.replace('x', '\u00e9')).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("not_utf8", refusal(latin));
    }

    @Test
    void rowsComeInChunks() throws Exception {
        String row = "2026-01-31,5,0012345678,0012345679,ATM,x\n";
        List<Long> chunks = new ArrayList<>();
        transactions(constants(), HEADER + row.repeat(25)).read(chunk -> chunks.add(chunk.rowsRead()));
        assertEquals(List.of(10L, 10L, 5L), chunks);
    }

    @Test
    void aRowThatIsEqualToAnEarlierOneIsCountedOrRefused() throws Exception {
        String row = "2026-01-31,5,0012345678,0012345679,ATM,x\n";
        String other = "2026-01-31,5,0012345678,0012345679,ATM,y\n";
        ImportSummary counted = transactions(constants(), HEADER + row + other + row + row)
                .read(chunk -> assertEquals(0, chunk.rowsFailed()));
        assertEquals(2, counted.rowsRepeated());
        ImportMapping strict =
                new ImportMapping(null, "IDR", BANK, null, null, null, null, null, null, Duplicates.REFUSE, null);
        ImportChunk chunk = read(strict, HEADER + row + other + row);
        assertEquals(List.of(new RowError(4, "row", "duplicate_row")), chunk.errors());
    }

    @Test
    void aCurrencyThatNobodyKnowsIsRefused() throws Exception {
        String header = "date,amount,currency,from_account,to_account\n";
        ImportMapping mapping = new ImportMapping(null, null, BANK, null, null, null, null, null, null, null, null);
        ImportChunk chunk = read(
                mapping,
                header + "2026-01-31,5,IDR,0012345678,0012345679\n2026-01-31,5,USDT,0012345678,0012345679\n"
                        + "2026-01-31,5,QQQ,0012345678,0012345679\n2026-01-31,5,Rp,0012345678,0012345679\n");
        assertEquals(
                List.of(
                        new RowError(4, "currency", "unknown_currency"),
                        new RowError(5, "currency", "invalid_currency")),
                chunk.errors());
    }

    private static ImportMapping constants() {
        return new ImportMapping(null, "IDR", BANK, null, null, null, null, null, null, null, null);
    }

    private static ImportChunk read(ImportMapping mapping, String file) throws FileRefused, IOException {
        List<ImportChunk> chunks = new ArrayList<>();
        transactions(mapping, file).read(chunks::add);
        return chunks.get(0);
    }

    private static CsvTransactions transactions(ImportMapping mapping, String file) throws FileRefused, IOException {
        return transactions(mapping, file.getBytes(StandardCharsets.UTF_8));
    }

    private static CsvTransactions transactions(ImportMapping mapping, byte[] file) throws FileRefused, IOException {
        return new CsvTransactions(new ByteArrayInputStream(file), mapping, Limits.small(), Limits.currencies());
    }

    private static String refusal(String file) {
        return refusal(file.getBytes(StandardCharsets.UTF_8));
    }

    private static String refusal(byte[] file) {
        return assertThrows(
                        FileRefused.class, () -> transactions(constants(), file).read(chunk -> {}))
                .code();
    }
}
