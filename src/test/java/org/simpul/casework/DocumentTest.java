package org.simpul.casework;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.simpul.access.Purpose;
import org.simpul.access.Role;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.outbox.OutboxDispatcher;
import org.simpul.referral.AgeBand;
import org.simpul.referral.Party;
import org.simpul.referral.SubjectKind;
import org.simpul.referral.SubjectRole;
import org.simpul.shared.ContentDigests;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Pap;
import org.simpul.sharing.Tlp;
import org.simpul.testing.Database;
import org.simpul.testing.HubTest;
import org.simpul.testing.Institutions;
import org.simpul.testing.Institutions.Institution;
import org.simpul.testing.Person;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.simpul.casework.Desk.by;
import static org.simpul.casework.Desk.form;
import static org.simpul.casework.Desk.matter;
import static org.simpul.casework.Desk.under;
import static org.simpul.casework.Recalls.recall;

@QuarkusTest
class DocumentTest extends HubTest {
    @Inject
    OutboxDispatcher outbox;

    @Inject
    DisseminationDocument document;

    private final Desk desk = new Desk();
    private final Institution agency = Institutions.agency();
    private final Person officer = agency.person(Role.LE_OFFICER);

    private Map<String, Object> draft() {
        SubmittedReferral referral = SubmittedReferral.of(Institutions.bank(), "P2", SubmittedReferral.anyPhone());
        outbox.drain();
        Map<String, Object> form = form(desk.caseOf(desk.accepted(referral)), referral, agency);
        form.put("export_allowed", true);
        return form;
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    @Test
    void theRecipientTakesOutPagesThatBearItsName() throws IOException {
        Map<String, Object> form = draft();
        form.put("narrative", "<script>alert(1)</script> & \"kutipan\"");
        String id = desk.disseminated(form);
        String path = "/api/v1/disseminations/" + id + "/document";
        var answer = under(matter(agency), officer)
                .accept("application/pdf")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", notNullValue())
                .extract();
        byte[] bytes = answer.asByteArray();
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            String text = text(pdf, 1);
            for (String expected : List.of(
                    "TLP:AMBER+STRICT",
                    "PAP:RED",
                    "HA/12/2026",
                    "Institution " + agency.alias(),
                    officer.login(),
                    "Hanya untuk intelijen",
                    "Not to be named in a public file.",
                    "<script>alert(1)</script> & \"kutipan\"",
                    "Subjek terlindungi")) {
                assertTrue(text.contains(expected), expected + " in " + text);
            }
            assertEquals(null, pdf.getDocumentInformation().getAuthor());
            assertEquals("Simpul", pdf.getDocumentInformation().getProducer());
        }
        assertEquals(kept("detail_digest", id), keyed((byte[]) kept("detail_key", id), ContentDigests.sha256(bytes)));
    }

    private static Object kept(String column, String id) {
        return Database.queryAsSuperuser(
                        "select " + column + " from audit_entry where act = 'dissemination.exported' and object_id = ?",
                        UUID.fromString(id))
                .get(0);
    }

    private static String keyed(byte[] key, String detail) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(detail.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aProgramTakesOutTheSameWithItsReader() {
        String id = desk.disseminated(draft());
        String matter = matter(agency);
        String path = "/api/v1/disseminations/" + id;
        Object content = under(matter, officer).get(path).path("content");
        under(matter, officer)
                .get(path + "/document.json")
                .then()
                .statusCode(200)
                .body("content", equalTo(content))
                .body("exported_for.institution", equalTo("Institution " + agency.alias()))
                .body("exported_for.person", equalTo(officer.login()));
    }

    @Test
    void nothingIsTakenOutWithoutPurposeAndMatterNorBeforeNorAfter() {
        Map<String, Object> form = draft();
        String draft = desk.draft(form).statusCode(201).extract().path("id");
        String id = desk.disseminated(draft());
        String matter = matter(agency);
        for (String each : List.of("/document", "/document.json")) {
            String path = "/api/v1/disseminations/" + id + each;
            by(officer).accept("*/*").get(path).then().statusCode(403);
            as(officer)
                    .accept("*/*")
                    .header("Case-Reference", matter)
                    .get(path)
                    .then()
                    .statusCode(400);
            by(desk.analyst).accept("*/*").get(path).then().statusCode(200);
            by(desk.analyst)
                    .accept("*/*")
                    .get("/api/v1/disseminations/" + draft + each)
                    .then()
                    .statusCode(409);
            Person stranger = Institutions.agency().person(Role.LE_OFFICER);
            under(matter(Institutions.agency()), stranger)
                    .accept("*/*")
                    .get(path)
                    .then()
                    .statusCode(403);
            under(matter, officer).accept("*/*").get(path).then().statusCode(200);
        }
        recall(desk.supervisor, id, Map.of("reason", "WRONG_CONTENT")).statusCode(201);
        for (String each : List.of("/document", "/document.json")) {
            under(matter, officer)
                    .accept("*/*")
                    .get("/api/v1/disseminations/" + id + each)
                    .then()
                    .statusCode(404);
        }
    }

    private static ExportedDissemination sample(int transactions) {
        List<DisseminatedTransaction> rows = new ArrayList<>();
        for (int i = 0; i < transactions; i++) {
            rows.add(new DisseminatedTransaction(
                    LocalDate.of(2026, 1, 5).plusDays(i),
                    new BigDecimal("1500000.5000").multiply(BigDecimal.valueOf(i + 1L)),
                    "IDR",
                    new Party("BANK_ACCOUNT", "ID:014", "12345678" + i),
                    i % 7 == 0
                            ? new Party(Party.PROTECTED, "", "S-7K3M-9Q2D-X4TB")
                            : new Party(
                                    "CRYPTO_ADDRESS",
                                    "bip122:000000000019d6689c085ae165831e93",
                                    "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"),
                    i % 2 == 0 ? "MOBILE" : null,
                    i % 3 == 0 ? "uang saku utk bln ini, terima kasih banyak ya kak" : null));
        }
        List<DisseminatedSubject> subjects = List.of(
                new DisseminatedSubject(
                        "S-2B4C-6D8F-3GHJ",
                        SubjectKind.NATURAL_PERSON,
                        List.of(SubjectRole.FACILITATOR, SubjectRole.MULE),
                        false,
                        AgeBand.ADULT,
                        "Raden Mas Suryokusumo Hadiningrat Wirayudha Kartanegara bin Abdurrahman Kusumawardhana",
                        List.of(
                                new Identifier(IdentifierType.PHONE, "", "+6281234567890"),
                                new Identifier(
                                        IdentifierType.EMAIL,
                                        "",
                                        "nama.yang.sangat.panjang.sekali.untuk.diuji@contoh-penyedia-surel.example"))),
                new DisseminatedSubject(
                        "S-7K3M-9Q2D-X4TB",
                        SubjectKind.NATURAL_PERSON,
                        List.of(SubjectRole.POSSIBLE_CHILD_VICTIM),
                        true,
                        AgeBand.UNDER_13,
                        null,
                        List.of()));
        return new ExportedDissemination(
                "Unit Intelijen Keuangan Nusantara",
                Instant.parse("2026-11-25T03:00:00Z"),
                Instant.parse("2026-11-26T08:06:00Z"),
                new ExportedDissemination.Reader("Satuan Perlindungan Anak Siber", "xena"),
                new DisseminationContent(
                        "D-7K3M-9Q2D-X4TB",
                        Product.HA,
                        "HA/12/2026",
                        LocalDate.of(2026, 11, 24),
                        "Rekening penampung dengan banyak pengirim kecil",
                        ("Sejumlah dana kecil masuk dari banyak pihak dalam waktu singkat, lalu diteruskan ke dompet"
                                        + " elektronik. Pola ini sesuai dengan tanda bahaya RF-006.\n\n")
                                .repeat(transactions > 10 ? 6 : 1),
                        "CHILD_SEXUAL_EXPLOITATION",
                        "UU_8_2010_ART_44",
                        Purpose.LOCATE_AND_PROTECT,
                        true,
                        "Tidak untuk disebut dalam berkas terbuka.",
                        null,
                        new Handling(Tlp.AMBER_STRICT, Pap.RED),
                        true,
                        subjects,
                        List.of(new Identifier(IdentifierType.E_WALLET, "dompet", "6281200000001")),
                        rows));
    }

    @Test
    void manyRowsGoOverPagesThatAllBearTheReaderAndTheHandling() throws IOException {
        for (int rows : List.of(1, 60)) {
            byte[] bytes = document.render(sample(rows));
            try (PDDocument pdf = Loader.loadPDF(bytes)) {
                for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                    String text = text(pdf, page);
                    assertTrue(text.contains("Satuan Perlindungan Anak Siber"), text);
                    assertTrue(text.contains("TLP:AMBER+STRICT") && text.contains("PAP:RED"), text);
                    assertTrue(text.contains(page + " / " + pdf.getNumberOfPages()), text);
                    fontsAreEmbedded(pdf.getPage(page - 1));
                    BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page - 1, 60);
                    assertFalse(isBlank(image));
                    look(pdf, rows, page);
                }
                assertEquals(rows > 10, pdf.getNumberOfPages() > 2);
            }
        }
    }

    @Test
    void theMostRowsAreRenderedInSeconds() {
        long begun = System.nanoTime();
        document.render(sample(1_150));
        assertTrue(System.nanoTime() - begun < 60_000_000_000L);
    }

    /** For a person to look at: {@code SIMPUL_PAGES=directory}. */
    private static void look(PDDocument pdf, int rows, int page) throws IOException {
        String directory = System.getenv("SIMPUL_PAGES");
        if (directory != null) {
            Path file = Path.of(directory, "rows-%d-page-%d.png".formatted(rows, page));
            Files.createDirectories(file.getParent());
            ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(page - 1, 80), "png", file.toFile());
        }
    }

    private static void fontsAreEmbedded(PDPage page) throws IOException {
        for (COSName name : page.getResources().getFontNames()) {
            assertTrue(page.getResources().getFont(name).isEmbedded(), name.getName());
        }
    }

    private static boolean isBlank(BufferedImage image) {
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if ((image.getRGB(x, y) & 0xFF) < 0x60) {
                    return false;
                }
            }
        }
        return true;
    }
}
