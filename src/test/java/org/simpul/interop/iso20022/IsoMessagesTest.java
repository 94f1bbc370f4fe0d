package org.simpul.interop.iso20022;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.Limits;
import org.simpul.interop.reading.Spooled;
import org.simpul.interop.tabular.ImportMapping;
import org.simpul.interop.tabular.WithoutCounterparty;
import org.simpul.referral.ImportSummary;
import org.simpul.referral.ImportedTransaction;
import org.simpul.referral.RowError;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class IsoMessagesTest {
    private static final String IBAN = "DE89370400440532013000";
    private static final Identifier OWN = new Identifier(IdentifierType.BANK_ACCOUNT, "ID:014", "0012345678");
    private static final Identifier OTHER = new Identifier(IdentifierType.IBAN, "", IBAN);

    @TempDir
    Path folder;

    private final List<ImportedTransaction> rows = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();

    @Test
    void theSampleStatementBecomesRows() throws Exception {
        read(Files.readString(Path.of("src/test/resources/iso20022/camt053.xml")));
        assertEquals(List.of(), errors);
        assertEquals(4, rows.size());
        Identifier wallet = new Identifier(IdentifierType.E_WALLET, "dompetwijaya", "+6281211112222");
        assertEquals(
                new ImportedTransaction(
                        LocalDate.of(2026, 9, 15),
                        new BigDecimal("400000.0000"),
                        "IDR",
                        new Identifier(IdentifierType.BANK_ACCOUNT, "ID:014", "9901234567"),
                        wallet,
                        "RCDT_DMCT",
                        "isi saldo"),
                rows.get(0));
        assertEquals(wallet, rows.get(2).from());
    }

    @ParameterizedTest
    @ValueSource(strings = {"camt.053.001.02", "camt.053.001.13", "camt.054.001.08"})
    void everyVersionIsReadByTheNamesOfItsElements(String version) throws Exception {
        boolean notification = version.startsWith("camt.054");
        String file =
                statement(entry("CRDT", "", details("10.50", "Dbtr", "e1"))).replace("camt.053.001.08", version);
        read(
                notification
                        ? file.replace("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn").replace("Stmt>", "Ntfctn>")
                        : file);
        assertEquals(List.of(), errors);
        assertEquals(OTHER, rows.get(0).from());
        assertEquals(OWN, rows.get(0).to());
        assertEquals(new BigDecimal("10.5000"), rows.get(0).amount());
    }

    @Test
    void theFirstVersionsWayOfSayingAnAmountAndAStatusIsKnown() throws Exception {
        read(statement(entry("DBIT", "", details("7", "Cdtr", "e1")))
                .replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>")
                .replace("<Amt Ccy=\"EUR\">7</Amt>", "<AmtDtls><TxAmt><Amt Ccy=\"EUR\">7</Amt></TxAmt></AmtDtls>"));
        assertEquals(List.of(), errors);
        assertEquals(OWN, rows.get(0).from());
        assertEquals(OTHER, rows.get(0).to());
    }

    @Test
    void aReversalGoesBackToWhomItCameFrom() throws Exception {
        read(statement(entry("CRDT", "<RvslInd>true</RvslInd>", details("7", "Cdtr", "e1"))));
        assertEquals(List.of(), errors);
        assertEquals(OTHER, rows.get(0).from());
        assertEquals(OWN, rows.get(0).to());
        assertEquals("REVERSAL", rows.get(0).channel());
    }

    @Test
    void aBatchIsARowForEachOfItsPayments() throws Exception {
        read(statement(entry(
                "CRDT", "", details("7", "Dbtr", "e1") + details("8", "Dbtr", "e2") + details("9", "Dbtr", "e3"))));
        assertEquals(List.of(), errors);
        assertEquals(
                List.of("7.0000", "8.0000", "9.0000"),
                rows.stream().map(row -> row.amount().toString()).toList());
    }

    @Test
    void aPaymentOfABatchNeedsAnAmountOfItsOwn() throws Exception {
        read(statement(entry("CRDT", "", details("7", "Dbtr", "e1") + details("8", "Dbtr", "e2"))
                .replace("<Amt Ccy=\"EUR\">8</Amt>", "")));
        assertEquals(
                List.of(new RowError(
                        1, "amount", "required", "/Document/BkToCstmrStmt/Stmt/Ntry[1]/NtryDtls/TxDtls[2]/Amt")),
                errors);
    }

    @Test
    void anEntryThatIsNotBookedIsPassedOver() throws Exception {
        ImportSummary summary = read(statement(entry("CRDT", "", details("7", "Dbtr", "e1"))
                + entry("CRDT", "", details("8", "Dbtr", "e2")).replace("BOOK", "PDNG")));
        assertEquals(1, rows.size());
        assertEquals(1, summary.entriesPassedOver());
    }

    @Test
    void anEntryWithoutAnotherPartyIsAnErrorOrSkipped() throws Exception {
        String fee = statement(entry("DBIT", "", "") + entry("CRDT", "", details("7", "Dbtr", "e1")));
        read(fee);
        assertEquals(
                List.of(new RowError(
                        1, "to_account", "no_counterparty", "/Document/BkToCstmrStmt/Stmt/Ntry[1]/RltdPties/CdtrAcct")),
                errors);
        errors.clear();
        ImportSummary summary = read(
                fee,
                new ImportMapping(
                        null, null, null, null, null, null, null, null, null, null, WithoutCounterparty.SKIP));
        assertEquals(List.of(), errors);
        assertEquals(1, summary.entriesPassedOver());
    }

    @Test
    void theSameReferenceTwiceIsRefusedAndTheSamePaymentTwiceIsNot() throws Exception {
        read(statement(entry("CRDT", "", details("7", "Dbtr", "e1"))
                + entry("CRDT", "", details("7", "Dbtr", "e1"))
                + entry("CRDT", "", details("7", "Dbtr", "e2"))));
        assertEquals(
                List.of(new RowError(
                        2, "row", "duplicate_entry", "/Document/BkToCstmrStmt/Stmt/Ntry[2]/NtryDtls/TxDtls[1]")),
                errors);
        assertEquals(2, rows.size());
    }

    @Test
    void whatIsWrongIsToldByEntryAndElementAndNeverByItsValue() throws Exception {
        String path = "/Document/BkToCstmrStmt/Stmt/Ntry[1]";
        read(statement(entry("CRDT", "", details("1e400", "Dbtr", "e1"))
                .replace("Ccy=\"EUR\"", "Ccy=\"QQQ\"")
                .replace("2026-01-31", "2026-02-30")
                .replace(IBAN, "DE00370400440532013000")
                .replace("for rice", "data:image/png;base64,AAAA")));
        String payment = path + "/NtryDtls/TxDtls[1]";
        assertEquals(
                List.of(
                        new RowError(1, "date", "invalid_date", path + "/BookgDt"),
                        new RowError(1, "amount", "invalid_amount", payment + "/Amt"),
                        new RowError(1, "currency", "unknown_currency", payment + "/Amt/@Ccy"),
                        new RowError(1, "from_account", "identifier_checksum", payment + "/RltdPties/DbtrAcct"),
                        new RowError(1, "remark", "no_media", payment + "/RmtInf")),
                errors);
    }

    @Test
    void aNegativeAmountIsRefusedAndALongTextIsShortened() throws Exception {
        ImportSummary summary = read(statement(entry("CRDT", "", details("-7", "Dbtr", "e1"))
                + entry("CRDT", "", details("7", "Dbtr", "e2").replace("for rice", "rice ".repeat(200)))));
        assertEquals("negative_amount", errors.get(0).code());
        assertEquals(500, rows.get(0).remark().length());
        assertEquals(1, summary.textsShortened());
    }

    @Test
    void aCreditTransferSaysBothSides() throws Exception {
        read(
                """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.10"><FIToFICstmrCdtTrf>
                <GrpHdr><MsgId>m</MsgId><IntrBkSttlmDt>2026-01-31</IntrBkSttlmDt></GrpHdr>
                <CdtTrfTxInf><PmtId><EndToEndId>e</EndToEndId><TxId>t1</TxId></PmtId>
                <IntrBkSttlmAmt Ccy="IDR">5000</IntrBkSttlmAmt>
                <DbtrAcct><Id><Othr><Id>0012345678</Id></Othr></Id></DbtrAcct>
                <DbtrAgt><FinInstnId><BICFI>CENAIDJAXXX</BICFI></FinInstnId></DbtrAgt>
                <CdtrAgt><FinInstnId><Othr><Id>Dompet-Kita</Id></Othr></FinInstnId></CdtrAgt>
                <CdtrAcct><Id><Othr><Id>081234567890</Id><SchmeNm><Prtry>E_WALLET</Prtry></SchmeNm></Othr></Id></CdtrAcct>
                <RmtInf><Ustrd>beras</Ustrd><Strd><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd></RmtInf></CdtTrfTxInf>
                <CdtTrfTxInf><PmtId><TxId>t1</TxId></PmtId></CdtTrfTxInf>
                </FIToFICstmrCdtTrf></Document>""");
        ImportedTransaction row = rows.get(0);
        assertEquals(IdentifierType.BANK_ACCOUNT, row.from().type());
        assertEquals(new Identifier(IdentifierType.E_WALLET, "dompetkita", "+6281234567890"), row.to());
        assertEquals("beras RF18", row.remark());
        assertEquals(
                List.of(new RowError(2, "row", "duplicate_entry", "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]/PmtId")),
                errors);
    }

    @Test
    void whatIsNoSuchMessageIsRefused() {
        assertEquals(
                "unknown_message", refusal("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"/>"));
        assertEquals("unknown_message", refusal("<Document/>"));
        assertEquals("no_entries", refusal(statement("")));
        assertEquals("malformed_xml", refusal(statement("<Ntry>")));
        assertEquals("doctype_refused", refusal("<!DOCTYPE Document>" + statement("")));
    }

    private static String statement(String entries) {
        return """
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr/><Stmt>
                <Acct><Id><Othr><Id>0012345678</Id></Othr></Id>
                <Svcr><FinInstnId><ClrSysMmbId><MmbId>014</MmbId></ClrSysMmbId></FinInstnId></Svcr></Acct>
                """
                + entries + "</Stmt></BkToCstmrStmt></Document>";
    }

    private static String entry(String direction, String more, String details) {
        return "<Ntry><Amt Ccy=\"EUR\">7</Amt><CdtDbtInd>" + direction + "</CdtDbtInd>" + more
                + "<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-31</Dt></BookgDt><NtryDtls>" + details
                + "</NtryDtls></Ntry>";
    }

    private static String details(String amount, String other, String reference) {
        return "<TxDtls><Refs><EndToEndId>" + reference + "</EndToEndId></Refs><Amt Ccy=\"EUR\">" + amount
                + "</Amt><RltdPties><" + other + "Acct><Id><IBAN>" + IBAN + "</IBAN></Id></" + other
                + "Acct></RltdPties><RmtInf><Ustrd>for rice</Ustrd></RmtInf></TxDtls>";
    }

    private ImportSummary read(String message) throws FileRefused, IOException {
        return read(message, ImportMapping.TEMPLATE);
    }

    private ImportSummary read(String message, ImportMapping mapping) throws FileRefused, IOException {
        IsoMessages messages =
                new IsoMessages(Limits.of(Map.of()), Limits.config(IsoConfig.class, Map.of()), Limits.currencies());
        try (Spooled file = Limits.spooled(folder, message.getBytes(StandardCharsets.UTF_8))) {
            return messages.read(file, mapping, chunk -> {
                rows.addAll(chunk.transactions());
                errors.addAll(chunk.errors());
            });
        }
    }

    private String refusal(String message) {
        return assertThrows(FileRefused.class, () -> read(message)).code();
    }
}
