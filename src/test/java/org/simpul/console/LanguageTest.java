package org.simpul.console;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class LanguageTest {

    @Test
    void theCookieGoesBeforeTheBrowserAndIndonesianBeforeWhatWeDoNotSpeak() {
        assertEquals(Language.ID, Language.of(null, null));
        assertEquals(Language.ID, Language.of(null, "fr-FR,fr;q=0.9"));
        assertEquals(Language.EN, Language.of(null, "en-GB,id;q=0.5"));
        assertEquals(Language.ID, Language.of(null, "id-ID,en;q=0.5"));
        assertEquals(Language.ID, Language.of("id", "en"));
        assertEquals(Language.EN, Language.of("en", "id"));
        assertEquals(Language.EN, Language.of("xx", "en"));
        assertEquals(Language.ID, Language.of(null, ";;;"));
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        Properties indonesian = texts("id");
        Properties english = texts("en");
        assertEquals(indonesian.stringPropertyNames(), english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertFalse(english.getProperty(key).isBlank(), key);
            assertFalse(indonesian.getProperty(key).isBlank(), key);
        }
    }

    private static Properties texts(String language) throws IOException {
        Path file = Path.of("src", "main", "resources", "messages", "text_" + language + ".properties");
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
