package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.ImportedTransaction;
import org.simpul.shared.Problem;

/** Takes what the importers read into an answer that is being written. */
@ApplicationScoped
public class AnswerImports {
    private final AnswerService answers;

    AnswerImports(AnswerService answers) {
        this.answers = answers;
    }

    /**
     * Before a file is read.
     *
     * @throws Problem NOT_FOUND, STATE_CONFLICT for the asker, and when what was said before allows no answer
     */
    public void requireAnswerable(UUID threadId) {
        answers.requireAnswerable(threadId);
    }

    /**
     * Puts the transactions of a file in the place of those before. Remarks are left out: they may name whom nobody may
     * name.
     *
     * @param ifMatch the tag of the thread as the asked reads it
     * @return tag of the thread for the next change
     * @throws Problem NOT_FOUND, VERSION_REQUIRED, VERSION_CHANGED, STATE_CONFLICT when no answer can be written now
     */
    public long replace(UUID threadId, @Nullable String ifMatch, List<ImportedTransaction> rows) {
        return answers.replaceTransactions(
                threadId,
                ifMatch,
                rows.stream()
                        .map(row -> new AnswerContent.Transaction(
                                row.bookedOn(), row.amount(), row.currency(), row.from(), row.to(), row.channel()))
                        .toList());
    }

    /** How many transactions one answer holds. */
    public static int most() {
        return WriteAnswer.MOST_TRANSACTIONS;
    }
}
