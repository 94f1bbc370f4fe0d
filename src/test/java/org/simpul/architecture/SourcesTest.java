package org.simpul.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
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

    /** A native query of one column whose class is named. */
    private static final Pattern TYPED = Pattern.compile(
            "createNativeQuery\\([^;]*?,\\s*(?:UUID|Boolean|String|Integer|Long|Instant|BigDecimal)\\.class\\)",
            Pattern.DOTALL);

    static boolean isPutTogether(String arguments) {
        String bare = LITERAL.matcher(arguments).replaceAll("'");
        return Pattern.compile("\\+\\s*[^'\\s]|[^'\\s]\\s*\\+|formatted\\(|String\\.format\\(|concat\\(")
                .matcher(bare)
                .find();
    }

    @Test
    void sqlIsNeverPutTogetherFromValues() throws IOException {
        int[] statements = {0};
        Set<String> found = inSources(STATEMENT, match -> {
            statements[0]++;
            return isPutTogether(match.group(2));
        });
        assertTrue(statements[0] > 5, "no statement is found in the sources");
        assertEquals(Set.of(), found);
    }

    /**
     * Hibernate's plan of a native query whose class is named equals none ({@code ImplicitResultClassBuilder} of 7.2 has
     * no {@code equals}): each call would add one to the cache, and push another query's out.
     */
    @Test
    void aNativeQueryOfOneColumnNamesNoClass() throws IOException {
        assertTrue(
                TYPED.matcher("createNativeQuery(\"select 1\", Integer.class)").find());
        assertEquals(Set.of(), inSources(TYPED, match -> true));
    }

    private static Set<String> inSources(Pattern pattern, Predicate<MatchResult> wrong) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .filter(wrong)
                        .forEach(match -> found.add(file + ": " + match.group().strip()));
            }
        }
        return found;
    }

    @Test
    void theLintSeesWhatItForbids() {
        assertTrue(isPutTogether("\"select * from matter where number = '\" + number + \"'\""));
        assertTrue(isPutTogether("\"select %s\".formatted(column)"));
        assertTrue(!isPutTogether("\"select 1 \" + \"from matter\""));
        assertTrue(!isPutTogether("INSERT"));
    }
}
