package org.simpul.shared;

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
