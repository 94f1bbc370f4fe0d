package org.simpul.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The words of one language for problems, from {@code problems_<language>.properties} in UTF-8. */
final class ProblemTexts {
    private static final ProblemTexts INDONESIAN = new ProblemTexts("id");
    private static final ProblemTexts ENGLISH = new ProblemTexts("en");

    private final String language;
    private final Properties texts = new Properties();

    private ProblemTexts(String language) {
        this.language = language;
        try (InputStream file = ProblemTexts.class.getResourceAsStream("/problems_" + language + ".properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param acceptLanguage RFC 9110 section 12.5.4; Indonesian when it is absent, unreadable or asks for neither */
    static ProblemTexts of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return INDONESIAN;
        }
        try {
            Locale wanted = Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.ENGLISH, Locale.forLanguageTag("id")));
            return Locale.ENGLISH.equals(wanted) ? ENGLISH : INDONESIAN;
        } catch (IllegalArgumentException e) {
            return INDONESIAN;
        }
    }

    String language() {
        return language;
    }

    String title(String code) {
        return texts.getProperty(code + ".title");
    }

    String detail(String code) {
        return texts.getProperty(code + ".detail");
    }

    String violation(String code) {
        return texts.getProperty("violation." + code, texts.getProperty("violation.invalid"));
    }
}
