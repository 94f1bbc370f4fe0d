package org.simpul.typology;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.simpul.shared.Problem.Violation;

/**
 * The Indonesian and the English edition of a text, at most 8,000 characters each. While it is drafted one of them may be
 * missing, as an empty text; nothing is reviewed or published without both.
 */
public record Editions(@NotNull @Size(max = 8000) String id, @NotNull @Size(max = 8000) String en) {

    boolean isLongerThan(int characters) {
        return id.length() > characters || en.length() > characters;
    }

    boolean isEmpty() {
        return id.isBlank() && en.isBlank();
    }

    /** @return a violation for each edition that is missing */
    List<Violation> missing(String field) {
        return Stream.of(field + ".id", field + ".en")
                .filter(each -> (each.endsWith(".id") ? id : en).isBlank())
                .map(each -> new Violation(each, "translation_missing"))
                .toList();
    }
}
