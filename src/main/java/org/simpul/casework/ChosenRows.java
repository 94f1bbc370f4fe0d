package org.simpul.casework;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;

/**
 * Rows of the submissions of the case's intakes that are copied.
 *
 * @param subjects ids of subjects
 * @param identifiers identifiers of subjects, in the form in which the submission shows them; one whose subject is not
 *     chosen stands by itself
 * @param transactions ids of transactions
 */
record ChosenRows(
        @Nullable @Size(max = 200) List<@NotNull UUID> subjects,
        @Nullable @Size(max = 500) List<@NotNull Identifier> identifiers,
        @Nullable @Size(max = 1000) List<@NotNull UUID> transactions) {

    List<UUID> chosenSubjects() {
        return subjects == null ? List.of() : subjects.stream().distinct().toList();
    }

    List<Identifier> chosenIdentifiers() {
        return identifiers == null ? List.of() : identifiers.stream().distinct().toList();
    }

    List<UUID> chosenTransactions() {
        return transactions == null
                ? List.of()
                : transactions.stream().distinct().toList();
    }
}
