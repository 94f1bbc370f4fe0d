package org.simpul.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simpul.shared.ProblemType;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProblemTextsTest {
    /** The codes as they stand in the sources: of use cases, and of constraints with a message of their own. */
    private static final List<Pattern> CODES = List.of(
            Pattern.compile("(?:Problem\\.|Diagnosis\\.)invalid\\([^;]*?\"([a-z0-9_]+)\"\\)"),
            Pattern.compile("new (?:Problem\\.)?Violation\\([^;]*?\"([a-z0-9_]+)\"\\)"),
            Pattern.compile("stateConflict\\(\\s*\"([a-z0-9_]+)\"\\)"),
            Pattern.compile("message = \"([a-z0-9_]+)\""));

    private static Set<String> keys(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                ProblemTexts.class.getResourceAsStream("/problems_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        texts.forEach((key, text) -> assertTrue(!text.toString().isBlank(), () -> key + " has no text"));
        return new TreeSet<>(texts.stringPropertyNames());
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertEquals(keys("en"), keys("id"));
    }

    @Test
    void eachTypeHasATitleAndSaysWhatToDo() throws IOException {
        Set<String> keys = keys("en");
        for (ProblemType type : ProblemType.values()) {
            assertTrue(keys.contains(type.code() + ".title"), type.code());
            assertTrue(keys.contains(type.code() + ".detail"), type.code());
        }
    }

    @Test
    void eachCodeThatTheSourcesUseHasAText() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                CODES.forEach(pattern -> pattern.matcher(source).results().forEach(match -> used.add(match.group(1))));
            }
        }
        assertTrue(used.contains("matter_registered"), "the patterns find nothing");
        Set<String> keys = keys("en");
        used.removeIf(code -> keys.contains("violation." + code));
        assertEquals(Set.of(), used);
    }
}
