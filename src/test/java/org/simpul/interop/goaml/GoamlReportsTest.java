package org.simpul.interop.goaml;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.Limits;
import org.simpul.interop.reading.Spooled;
import org.simpul.referral.AgeBand;
import org.simpul.referral.ImportChunk;
import org.simpul.referral.ImportedSubject;
import org.simpul.referral.ImportedTransaction;
import org.simpul.referral.RowError;
import org.simpul.referral.SubjectKind;
import org.simpul.referral.SubjectRole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GoamlReportsTest {
    private static final Path SAMPLE = Path.of("src/test/resources/goaml/report.xml");
    private static final String FROM =
            "<t_from><from_account><institution_code>014</institution_code><account>0012345678</account></from_account></t_from>";
    private static final String TO =
            "<t_to><to_account><institution_code>014</institution_code><account>0012345679</account></to_account></t_to>";

    @TempDir
    Path folder;

    private final Map<String, String> config = new HashMap<>();
    private final List<RowError> errors = new ArrayList<>();
    private final List<ImportedTransaction> rows = new ArrayList<>();
    private GoamlReports.Checked checked;

    @Test
    void theSampleReportIsReadWhole() throws Exception {
        config.put("indicators.ESA-01", "RF-006");
        read(Files.readString(SAMPLE));
        assertEquals(List.of(), errors);
        assertEquals(10, rows.size());
        assertEquals("BA/LTKM/2026/0173", checked.report().reference());
        assertEquals("1014", checked.report().reporter());
        assertTrue(checked.report().filed());
        assertTrue(checked.report().narrative().contains("\n\nRekening dipantau."));
        assertEquals(1, checked.summary().attachmentsDropped());
        assertEquals(List.of("RF-006"), checked.summary().suggestedRedFlags());
        assertEquals(List.of("ESA-07"), checked.summary().indicatorsWithoutRedFlag());
        assertEquals(
                List.of("Rangga Sastra", "Melati Kirana", "CV Sinar Rangga Jaya"),
                checked.report().subjects().stream().map(ImportedSubject::name).toList());
        ImportedSubject rangga = checked.report().subjects().get(0);
        assertEquals(AgeBand.ADULT, rangga.ageBand());
        assertEquals(Set.of(SubjectRole.ACCOUNT_HOLDER), rangga.roles());
        assertEquals(
                Set.of(
                        new Identifier(IdentifierType.NATIONAL_ID, "ID", "3171020203880001"),
                        new Identifier(IdentifierType.PHONE, "", "+6281255550001"),
                        new Identifier(IdentifierType.BANK_ACCOUNT, "ID:014", "9901234567"),
                        new Identifier(IdentifierType.E_WALLET, "dompetwijaya", "+6281211112222")),
                Set.copyOf(rangga.identifiers()));
        ImportedSubject child = checked.report().subjects().get(1);
        assertEquals(AgeBand.AGE_13_17, child.ageBand());
        assertEquals(List.of(new Identifier(IdentifierType.BANK_ACCOUNT, "ID:014", "5550001111")), child.identifiers());
        assertEquals(
                SubjectKind.LEGAL_ENTITY, checked.report().subjects().get(2).kind());
        assertEquals("MBANKING", rows.get(0).channel());
        assertEquals(new BigDecimal("50000.0000"), rows.get(0).amount());
    }

    @Test
    void theFirstReadingGivesNoRowAway() throws Exception {
        List<ImportChunk> chunks = new ArrayList<>();
        try (Spooled file = Limits.spooled(folder, Files.readAllBytes(SAMPLE))) {
            reports().check(file, chunks::add);
        }
        assertEquals(10, chunks.stream().mapToLong(ImportChunk::rowsRead).sum());
        assertTrue(chunks.stream().allMatch(chunk -> chunk.transactions().isEmpty()));
    }

    @Test
    void anAccountOfAChildAndAnAdultIsTheChilds() throws Exception {
        read(report(transaction(
                """
                <t_from><from_account><institution_code>014</institution_code><account>0012345678</account>
                <signatory><is_primary>true</is_primary><t_person><first_name>Adi</first_name><birthdate>1980-01-01</birthdate>
                </t_person></signatory><signatory><t_person><first_name>Bunga</first_name><birthdate>2015-01-01</birthdate>
                </t_person></signatory></from_account></t_from>"""
                        + TO)));
        assertEquals(List.of(), errors);
        assertEquals(List.of(), subject("Adi").identifiers());
        assertEquals("0012345678", subject("Bunga").identifiers().get(0).value());
        assertEquals(AgeBand.UNDER_13, subject("Bunga").ageBand());
    }

    @Test
    void anAccountIsTheChildsAlsoWhenItsBirthIsToldLaterOrTwiceAndOtherwise() throws Exception {
        String document = "<id_number>3171020203150001</id_number>";
        read(report(transaction(
                        """
                <t_from><from_account><institution_code>014</institution_code><account>0012345678</account>
                <signatory><is_primary>true</is_primary><t_person><first_name>Adi</first_name><birthdate>1980-01-01</birthdate>
                </t_person></signatory><signatory><t_person><first_name>Bunga</first_name>%s</t_person></signatory>
                </from_account></t_from>"""
                                        .formatted(document)
                                + TO)
                + """
                <activity><report_parties>
                <report_party><person><first_name>Bunga</first_name><birthdate>1985-01-01</birthdate>%1$s</person></report_party>
                <report_party><person><first_name>Boenga</first_name><birthdate>2015-01-01</birthdate>%1$s</person></report_party>
                </report_parties></activity>"""
                        .formatted(document)));
        assertEquals(List.of(), errors);
        assertEquals(2, checked.report().subjects().size());
        assertEquals(List.of(), subject("Adi").identifiers());
        ImportedSubject child = subject("Bunga");
        assertEquals(AgeBand.UNDER_13, child.ageBand());
        assertEquals(List.of("Boenga"), child.aliases());
        assertTrue(child.identifiers().contains(new Identifier(IdentifierType.BANK_ACCOUNT, "ID:014", "0012345678")));
    }

    @Test
    void thoseWhoAreNamedAgainAreTheSameUnlessBirthOrDocumentSaysOtherwise() throws Exception {
        read(
                report(
                        """
                <activity><report_parties>
                <report_party><person><first_name>Budi</first_name><last_name>Jaya</last_name><birthdate>1990-05-05T00:00:00</birthdate></person></report_party>
                <report_party><person><first_name>BUDI</first_name><last_name>Jaya</last_name><email>budi@example.org</email></person></report_party>
                <report_party><person><first_name>Budi</first_name><last_name>Jaya</last_name><birthdate>2012-05-05</birthdate></person></report_party>
                </report_parties></activity>"""));
        assertEquals(List.of(), errors);
        assertEquals(2, checked.report().subjects().size());
        assertEquals(1, checked.report().subjects().get(0).identifiers().size());
        assertEquals(AgeBand.AGE_13_17, checked.report().subjects().get(1).ageBand());
    }

    @Test
    void walletsAreKnownByTheirTypeTheirInstitutionOrTheirElement() throws Exception {
        config.put("account-types.VA", "CRYPTO_ADDRESS");
        config.put("institutions.DK01", "dompet-kita");
        read(report(transaction(
                        """
                <t_from><from_account><institution_code>X</institution_code><personal_account_type>VA</personal_account_type>
                <account>0x52908400098527886E0F7030069857D2E4169EE7</account><currency_code>ETH</currency_code></from_account>
                <from_foreign_currency><foreign_currency_code>ETH</foreign_currency_code><foreign_amount>0.25</foreign_amount></from_foreign_currency>
                </t_from><t_to><to_wallet><institution_code>DK01</institution_code><wallet_number>081234567890</wallet_number></to_wallet></t_to>""")
                .replace("<amount_local>5</amount_local>", "<amount_local>9000000</amount_local>")));
        assertEquals(
                List.of(),
                errors.stream()
                        .filter(e -> !e.code().equals("unknown_currency"))
                        .toList());
        assertEquals("unknown_currency", errors.get(0).code());
    }

    @Test
    void aSideWithoutAnAccountIsToldByADocumentOrATelephoneNumber() throws Exception {
        read(report(transaction(
                "<t_from><from_person><first_name>Adi</first_name><id_number>3171020203880001</id_number></from_person></t_from>"
                        + TO)));
        assertEquals(List.of(), errors);
        assertEquals(IdentifierType.NATIONAL_ID, rows.get(0).from().type());
        read(report(transaction("<t_from><from_person><first_name>Adi</first_name></from_person></t_from>" + TO)));
        assertEquals(
                List.of(new RowError(
                        1, "from_account", "no_counterparty", "/report/transaction[1]/t_from/from_person")),
                errors);
    }

    @Test
    void ofManyPartiesTheRolesSayWhoPaidWhom() throws Exception {
        String parties = transaction(
                """
                <involved_parties><party><role>S</role><account><institution_code>014</institution_code><account>0012345678</account></account></party>
                <party><role>R</role><account_my_client><institution_code>014</institution_code><account>0012345679</account></account_my_client></party>
                </involved_parties>""");
        read(report(parties));
        assertEquals(2, errors.size());
        assertEquals("sides_unclear", errors.get(0).code());
        errors.clear();
        config.put("sides.S", "FROM");
        config.put("sides.R", "TO");
        read(report(parties));
        assertEquals(List.of(), errors);
        assertEquals("0012345678", rows.get(0).from().value());
    }

    @Test
    void whatIsWrongIsToldByTransactionAndElement() throws Exception {
        read(report(transaction(FROM + TO)
                + transaction(FROM + TO)
                        .replace("2026-01-31", "2026-02-31")
                        .replace(">5<", ">1e400<")
                        .replace("0012345679", "00123x5679")
                        .replace("note", "a\u202eb")
                + transaction(FROM).replace("<date_transaction>2026-01-31T10:00:00</date_transaction>", "")));
        String second = "/report/transaction[2]";
        String third = "/report/transaction[3]";
        assertEquals(
                Set.of(
                        new RowError(2, "date", "invalid_date", second + "/date_transaction"),
                        new RowError(2, "amount", "invalid_amount", second + "/amount_local"),
                        new RowError(2, "to_account", "identifier_unsupported_character", second + "/t_to/to_account"),
                        new RowError(2, "remark", "unreadable_character", second + "/transaction_description"),
                        new RowError(3, "date", "required", third + "/date_transaction"),
                        new RowError(3, "to_account", "no_counterparty", third + "/t_to")),
                Set.copyOf(errors));
    }

    @Test
    void aPersonsFaultsAreToldToo() throws Exception {
        read(
                report(
                        """
                <activity><report_parties><report_party><person><first_name>-</first_name><birthdate>2030-01-01</birthdate>
                <id_number>12</id_number></person></report_party></report_parties></activity>
                """));
        String person = "/report/activity/report_parties/report_party/person";
        assertEquals(
                Set.of(
                        new RowError(0, "subjects", "name_required", person),
                        new RowError(0, "birthdate", "invalid_birthdate", person + "/birthdate"),
                        new RowError(0, "identifiers", "identifier_malformed", person + "/id_number")),
                Set.copyOf(errors));
    }

    @Test
    void attachmentsAreDroppedWhereverTheyAreAndCounted() throws Exception {
        String attachment = "<attachment><file_content>" + "QUJD\n".repeat(50_000) + "</file_content></attachment>";
        read(report(transaction(FROM + TO + "<attachments>" + attachment + "</attachments>") + "<attachments>"
                + attachment + attachment + "</attachments>" + attachment));
        assertEquals(4, checked.summary().attachmentsDropped());
        assertEquals(1, rows.size());
    }

    @Test
    void documentsOfOtherKindsAreLeftOutAndCounted() throws Exception {
        config.put("documents.P", "PASSPORT");
        read(
                report(
                        """
                <activity><report_parties><report_party><person><first_name>Adi</first_name>
                <identification><type>P</type><number>C1234567</number><issue_country>SG</issue_country></identification>
                <identification><type>SIM</type><number>99</number></identification>
                </person></report_party></report_parties></activity>"""));
        assertEquals(List.of(), errors);
        assertEquals(1, checked.summary().identifiersLeftOut());
        assertEquals(
                List.of(new Identifier(IdentifierType.PASSPORT, "SG", "C1234567")),
                subject("Adi").identifiers());
    }

    @Test
    void aReportThatSaysNothingOrTooMuchIsRefused() {
        assertEquals("empty_report", refusal(report("")));
        StringBuilder people = new StringBuilder("<activity>");
        for (int i = 0; i < 201; i++) {
            people.append("<person><first_name>Orang ").append(i).append("</first_name></person>");
        }
        assertEquals("too_many_subjects", refusal(report(people + "</activity>")));
        assertEquals("doctype_refused", refusal("<!DOCTYPE report>" + report("")));
    }

    @Test
    void aCountrysSchemaNamesWhatIsMissing() throws Exception {
        Path schema = folder.resolve("country.xsd");
        Files.writeString(
                schema,
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="report"><xs:complexType><xs:sequence>
                <xs:element name="rentity_id" type="xs:int"/><xs:element name="entity_reference" type="xs:string"/>
                <xs:element name="transaction" maxOccurs="unbounded"><xs:complexType><xs:sequence>
                <xs:element name="transactionnumber"/><xs:any processContents="skip" minOccurs="0" maxOccurs="unbounded"/>
                </xs:sequence></xs:complexType></xs:element>
                </xs:sequence></xs:complexType></xs:element></xs:schema>""");
        config.put("schema", schema.toString());
        FileRefused refused = assertThrows(
                FileRefused.class,
                () -> read("<report><rentity_id>secret</rentity_id><transaction><transactionnumber/></transaction>"
                        + "<transaction/></report>"));
        assertEquals("schema_refused", refused.code());
        assertTrue(
                refused.errors().contains(new RowError(0, "element", "schema_violation", "/report/rentity_id")),
                refused.errors()::toString);
        assertTrue(
                refused.errors().stream()
                        .anyMatch(error -> error.field().equals("entity_reference")
                                && error.code().equals("missing_element")),
                refused.errors()::toString);
        assertTrue(
                refused.errors()
                        .contains(new RowError(2, "transactionnumber", "missing_element", "/report/transaction[2]")),
                refused.errors()::toString);
        assertTrue(!refused.errors().toString().contains("secret"));
        String head = "<report><rentity_id>1</rentity_id><entity_reference>x</entity_reference>";
        assertEquals(
                1_000,
                assertThrows(FileRefused.class, () -> read(head + "<transaction/>".repeat(1_500) + "</report>"))
                        .errors()
                        .size());
        assertEquals("malformed_xml", refusal(head + "<transaction>"));
        assertEquals("record_too_large", refusal(head + "<" + "x".repeat(200) + "/></report>"));
        assertEquals("too_deep", refusal("<report>".repeat(100)));
        assertEquals(
                "doctype_refused", refusal("<!DOCTYPE report [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><report/>"));
    }

    private ImportedSubject subject(String name) {
        return checked.report().subjects().stream()
                .filter(subject -> name.equals(subject.name()))
                .findFirst()
                .orElseThrow();
    }

    private static String report(String content) {
        return "<report><currency_code_local>IDR</currency_code_local>" + content + "</report>";
    }

    private static String transaction(String sides) {
        return "<transaction><transaction_description>note</transaction_description>"
                + "<date_transaction>2026-01-31T10:00:00</date_transaction><transmode_code>A</transmode_code>"
                + "<amount_local>5</amount_local>" + sides + "</transaction>";
    }

    private GoamlReports reports() {
        Map<String, String> values = new HashMap<>();
        config.forEach((name, value) -> values.put("simpul.goaml." + name, value));
        GoamlConfig goaml = Limits.config(GoamlConfig.class, values);
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-01T00:00:00Z"));
        return new GoamlReports(
                goaml, Limits.of(Map.of()), Limits.currencies(), new GoamlSchema(goaml, Limits.of(Map.of())), clock);
    }

    private void read(String report) throws FileRefused, IOException {
        rows.clear();
        GoamlReports reports = reports();
        try (Spooled file = Limits.spooled(folder, report.getBytes(StandardCharsets.UTF_8))) {
            checked = reports.check(file, chunk -> errors.addAll(chunk.errors()));
            if (errors.isEmpty()) {
                try (ReportRows second = reports.rows(file)) {
                    second.forEach(rows::addAll);
                }
            }
        }
    }

    private String refusal(String report) {
        return assertThrows(FileRefused.class, () -> read(report)).code();
    }
}
