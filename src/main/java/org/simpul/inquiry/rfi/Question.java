package org.simpul.inquiry.rfi;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;

/**
 * What is asked: about whom or what, of which time, and what is wanted.
 *
 * @param identifiers in canonical form
 * @param note what the other fields can't say
 */
@Schema(name = "RfiQuestion")
record Question(
        List<String> names,
        List<Identifier> identifiers,
        LocalDate periodFrom,
        LocalDate periodTo,
        List<Wanted> wanted,
        @Nullable String note) {

    Question about(Predicate<Identifier> told) {
        return new Question(names, identifiers.stream().filter(told).toList(), periodFrom, periodTo, wanted, note);
    }
}
