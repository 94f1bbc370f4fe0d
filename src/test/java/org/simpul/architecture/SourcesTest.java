package org.simpul.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What byte code no longer shows. */
class SourcesTest {
    /** SQL that goes to the driver: a literal, a text block, or one name, and nothing put together on the spot. */
    private static final Pattern STATEMENT = Pattern.compile(
            "\\.(prepareStatement|prepareCall|createNativeQuery|execute|executeQuery|executeUpdate)"
                    + "\\(((?:\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|[^\";])*?)\\)\\s*[);.]",
            Pattern.DOTALL);

    private static final Pattern LITERAL = Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);

    static boolean isPutTogether(String arguments) {
        String bare = LITERAL.matcher(arguments).replaceAll("'");
        return Pattern.compile("\\+\\s*[^'\\s]|[^'\\s]\\s*\\+|formatted\\(|String\\.format\\(|concat\\(")
                .matcher(bare)
                .find();
    }

    @Test
    void sqlIsNeverPutTogetherFromValues() throws IOException {
        Set<String> found = new TreeSet<>();
        int[] statements = {0};
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                STATEMENT.matcher(Files.readString(file)).results().forEach(match -> {
                    statements[0]++;
                    if (isPutTogether(match.group(2))) {
                        found.add(file + ": " + match.group().strip());
                    }
                });
            }
        }
        assertTrue(statements[0] > 5, "no statement is found in the sources");
        assertEquals(Set.of(), found);
    }

    @Test
    void theLintSeesWhatItForbids() {
        assertTrue(isPutTogether("\"select * from matter where number = '\" + number + \"'\""));
        assertTrue(isPutTogether("\"select %s\".formatted(column)"));
        assertTrue(!isPutTogether("\"select 1 \" + \"from matter\""));
        assertTrue(!isPutTogether("INSERT"));
    }
}
