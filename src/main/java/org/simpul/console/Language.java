package org.simpul.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages of the console; Indonesian unless the person chose, or the browser asks for, the other. */
enum Language {
    ID("id", "Bahasa Indonesia"),
    EN("en", "English");

    /** Holds the person's choice for a year. */
    static final String COOKIE = "lang";

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    public String code() {
        return code;
    }

    /** @return what its speakers call it */
    public String ownName() {
        return ownName;
    }

    public Language other() {
        return this == ID ? EN : ID;
    }

    Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /**
     * @param chosen value of the cookie {@code lang}
     * @param accepted header {@code Accept-Language} (RFC 9110, 12.5.4)
     */
    static Language of(@Nullable String chosen, @Nullable String accepted) {
        for (Language language : values()) {
            if (language.code.equals(chosen)) {
                return language;
            }
        }
        return accepted == null ? ID : byPreference(accepted);
    }

    private static Language byPreference(String accepted) {
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(accepted);
            Locale best = Locale.lookup(
                    ranges, Arrays.stream(values()).map(Language::locale).toList());
            return EN.locale().equals(best) ? EN : ID;
        } catch (IllegalArgumentException e) {
            return ID;
        }
    }
}
