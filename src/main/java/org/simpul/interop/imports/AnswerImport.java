package org.simpul.interop.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.inquiry.rfi.AnswerImports;
import org.simpul.interop.iso20022.IsoMessages;
import org.simpul.interop.reading.ChunkSink;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.reading.Spool;
import org.simpul.interop.reading.Spooled;
import org.simpul.interop.tabular.CsvTransactions;
import org.simpul.interop.tabular.ImportMapping;
import org.simpul.interop.tabular.Tables;
import org.simpul.interop.tabular.XlsxTransactions;
import org.simpul.referral.Currencies;
import org.simpul.referral.ImportChunk;
import org.simpul.referral.ImportedTransaction;
import org.simpul.referral.RowError;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.shared.ProblemType;

/** Carries a file into an answer to a request for information: all of its rows, or none. */
@ApplicationScoped
class AnswerImport {
    private static final int MOST_ERRORS = 100;

    private final AnswerImports answers;
    private final ImportLimits limits;
    private final Currencies currencies;
    private final Spool spool;
    private final IsoMessages messages;
    private final Turns turns;
    private final CurrentCaller current;
    private final InstantSource clock;

    AnswerImport(
            AnswerImports answers,
            ImportLimits limits,
            Currencies currencies,
            Spool spool,
            IsoMessages messages,
            Turns turns,
            CurrentCaller current,
            InstantSource clock) {
        this.answers = answers;
        this.limits = limits;
        this.currencies = currencies;
        this.spool = spool;
        this.messages = messages;
        this.turns = turns;
        this.current = current;
        this.clock = clock;
    }

    /** What a file left in the answer, and the tag of the thread for the next change. */
    record Imported(int transactions, long revision) {}

    /** All rows of a file that an answer can hold. */
    private static final class Rows implements ChunkSink {
        final List<ImportedTransaction> sound = new ArrayList<>();
        final List<RowError> errors = new ArrayList<>();
        private final Deadline deadline;

        Rows(Deadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public void take(ImportChunk chunk) {
            deadline.check();
            if (sound.size() + chunk.transactions().size() > AnswerImports.most()) {
                throw Problem.invalid("file", "rfi_too_many_rows");
            }
            sound.addAll(chunk.transactions());
            errors.addAll(chunk.errors());
        }
    }

    /**
     * @param type one of the content types that the operation consumes
     * @throws Problem NOT_FOUND, INVALID with what is wrong in each row, as far as the first hundred; MALFORMED, BUSY; what the answer
     *     refuses
     */
    Imported load(UUID threadId, @Nullable String ifMatch, MediaType type, InputStream file) {
        answers.requireAnswerable(threadId);
        UUID institution = current.get().participantId();
        turns.take(institution);
        try {
            Deadline deadline = new Deadline(clock, limits.deadline());
            Rows rows = new Rows(deadline);
            read(type, deadline.on(file), rows);
            if (!rows.errors.isEmpty()) {
                throw Problem.invalid(violations(rows.errors));
            }
            return new Imported(rows.sound.size(), answers.replace(threadId, ifMatch, rows.sound));
        } catch (FileRefused e) {
            throw Problem.invalid(
                    Stream.concat(Stream.of(new Violation("file", e.code())), violations(e.errors()).stream())
                            .toList());
        } catch (Deadline.Missed e) {
            throw Problem.invalid("file", "took_too_long");
        } catch (IOException e) {
            throw Problem.of(ProblemType.MALFORMED);
        } finally {
            turns.giveBack(institution);
        }
    }

    private void read(MediaType type, InputStream file, Rows rows) throws FileRefused, IOException {
        if (type.isCompatible(MediaType.valueOf(Tables.CSV))) {
            new CsvTransactions(file, ImportMapping.TEMPLATE, limits, currencies).read(rows);
            return;
        }
        try (Spooled spooled = spool.take(file)) {
            if (type.isCompatible(MediaType.valueOf(Tables.XLSX))) {
                new XlsxTransactions(ImportMapping.TEMPLATE, limits, currencies).read(spooled, rows);
            } else {
                messages.read(spooled, ImportMapping.TEMPLATE, rows);
            }
        }
    }

    private static List<Violation> violations(List<RowError> errors) {
        return errors.stream()
                .limit(MOST_ERRORS)
                .map(error -> new Violation("rows[%d].%s".formatted(error.rowNumber(), error.field()), error.code()))
                .toList();
    }
}
