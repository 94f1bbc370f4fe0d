package org.simpul.interop.tabular;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simpul.interop.reading.Chunks;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.Findings;
import org.simpul.interop.reading.Repeats;
import org.simpul.referral.Currencies;
import org.simpul.referral.ImportedTransaction;
import org.simpul.referral.RowError;

/** Reads the rows below a header, and sees which of them came before. */
final class Rows {
    private final ImportMapping mapping;
    private final Map<Column, Integer> columns;
    private final Currencies currencies;
    private final Findings findings;
    private final Repeats repeats = new Repeats();

    Rows(ImportMapping mapping, Map<Column, Integer> columns, Currencies currencies, Findings findings) {
        this.mapping = mapping;
        this.columns = columns;
        this.currencies = currencies;
        this.findings = findings;
    }

    void read(Cells cells, long rowNumber, Chunks chunks) throws FileRefused {
        TransactionRow row = new TransactionRow(mapping, columns, cells, rowNumber, currencies);
        Optional<ImportedTransaction> sound = row.read();
        if (sound.isEmpty()) {
            chunks.refused(row.errors());
        } else if (!repeats.came(text(sound.get()))) {
            chunks.sound(sound.get());
        } else if (mapping.duplicates() == Duplicates.REFUSE) {
            chunks.refused(List.of(new RowError(rowNumber, "row", "duplicate_row")));
        } else {
            findings.rowRepeated();
            chunks.sound(sound.get());
        }
    }

    /** A statement can hold two equal payments; that two rows are equal in everything is told, not judged. */
    private static String text(ImportedTransaction row) {
        return String.join(
                "\u0000",
                row.bookedOn().toString(),
                row.amount().toString(),
                row.currency(),
                row.from().type().name(),
                row.from().scope(),
                row.from().value(),
                row.to().type().name(),
                row.to().scope(),
                row.to().value(),
                String.valueOf(row.channel()),
                String.valueOf(row.remark()));
    }
}
