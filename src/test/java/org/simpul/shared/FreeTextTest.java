package org.simpul.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FreeTextTest {

    @Test
    void proseAndListsPass() {
        assertEquals(Optional.empty(), FreeText.refusal("Sumber data: rekening koran, bulan Mei; nilai Rp 50.000."));
        assertEquals(Optional.empty(), FreeText.refusal("1234567890123456\n".repeat(500)));
        assertEquals(Optional.empty(), FreeText.refusal("kata ".repeat(4_000)));
        assertEquals(Optional.empty(), FreeText.refusal("anak \uD83D\uDE00"));
        assertEquals(Optional.empty(), FreeText.refusal("A".repeat(FreeText.MAX_RUN)));
    }

    @Test
    void dataUrisAreMedia() {
        assertEquals(Optional.of("no_media"), FreeText.refusal("lihat DATA:image/jpeg;base64,/9j/4AAQ"));
        assertEquals(Optional.of("no_media"), FreeText.refusal("data:,halo"));
        assertEquals(Optional.of("no_media"), FreeText.refusal("data:text/html;charset=utf-8,%3Cb%3E"));
    }

    @Test
    void encodedFilesAreMediaAlsoInWrappedLines() {
        assertEquals(Optional.of("no_media"), FreeText.refusal("A".repeat(FreeText.MAX_RUN + 1)));
        assertEquals(Optional.of("no_media"), FreeText.refusal(("ab/+".repeat(19) + "\r\n").repeat(14)));
        assertEquals(Optional.of("no_media"), FreeText.refusal("x".repeat(FreeText.MAX_LENGTH + 1)));
    }

    /** The first bytes of files, with what follows them in a real one. */
    private static final Map<String, String> FILES = Map.of(
            "JPEG", "ffd8ffe000104a46494600010100000100010000ffdb0043",
            "PNG", "89504e470d0a1a0a0000000d494844520000000100000001",
            "GIF", "47494638396101000100800000ffffff00000021f9040100",
            "WEBP", "524946462400000057454250565038201800000030010050",
            "MP4", "0000001c667479706d703432000000016d70343261766331",
            "WebM", "1a45dfa39f4286810142f7810142f2810442f381084282",
            "PDF", "255044462d312e370a25e2e3cfd30a312030206f626a0a3c",
            "ZIP", "504b03041400060008000000210062ee9d685e0100009004",
            "gzip", "1f8b08000000000000034bcecf2d284a2d2e4e4d51284e2d");

    @Test
    void theBeginningOfAFileIsMediaInEveryDress() {
        FILES.forEach((kind, hex) -> {
            byte[] bytes = HexFormat.of().parseHex(hex);
            String base64 = Base64.getEncoder().encodeToString(bytes);
            List<String> dresses = List.of(
                    base64,
                    base64.substring(0, 16),
                    Base64.getUrlEncoder().encodeToString(bytes),
                    "foto=" + base64,
                    "lihat (" + base64 + ")",
                    base64.replaceAll("(.{8})", "$1\r\n"),
                    base64.replaceAll("(.{4})", "$1 "),
                    URLEncoder.encode(base64, StandardCharsets.UTF_8),
                    base64.replace("/", "\\/"),
                    hex,
                    hex.toUpperCase(Locale.ROOT),
                    "0x" + hex,
                    hex.replaceAll("(..)", "$1 "),
                    hex.replaceAll("(..)", "$1:"),
                    hex.replaceAll("(..)", "%$1"),
                    hex.replaceAll("(..)", "\\\\x$1"));
            dresses.forEach(
                    dress -> assertEquals(Optional.of("no_media"), FreeText.refusal(dress), kind + " " + dress));
        });
    }

    @Test
    void wordsNumbersAndDigestsAreNoFiles() {
        for (String text : List.of(
                "474946383961",
                "4944330000 0000000066747970 1234567890123456 5234567890123456",
                "UEsDB adalah singkatan; JVBERi juga, R0lGOD pula.",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq 0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe",
                "TRF/9j/2026 BATCH-0001 https://contoh.example/a%2Fb?c=%20d 100%25",
                "PNG, GIF, ID3, RIFF, ftyp: nama format; PK 03 04")) {
            assertEquals(Optional.empty(), FreeText.refusal(text), text);
        }
    }

    @Test
    void escapesHideNoLongRunAndNoDataUri() {
        assertEquals(Optional.of("no_media"), FreeText.refusal("data%3Aimage/png%3Bbase64%2CiVBO"));
        assertEquals(Optional.of("no_media"), FreeText.refusal(("a".repeat(500) + "%2F").repeat(3)));
    }

    @Test
    void halfAndControlCharactersAreUnreadable() {
        assertEquals(Optional.of("unreadable_character"), FreeText.refusal("a\uDC00"));
        assertEquals(Optional.of("unreadable_character"), FreeText.refusal("a\uD800"));
        assertEquals(Optional.of("unreadable_character"), FreeText.refusal("a\0"));
        assertEquals(Optional.of("unreadable_character"), FreeText.refusal("a\u0007b"));
        // shows as another text than it is
        assertEquals(Optional.of("unreadable_character"), FreeText.refusal("a\u202Eb"));
        assertEquals(Optional.empty(), FreeText.refusal("a\tb\r\nc"));
    }
}
