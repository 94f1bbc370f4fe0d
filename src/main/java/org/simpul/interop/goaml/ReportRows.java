package org.simpul.interop.goaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.XmlFile;
import org.simpul.referral.ImportedTransaction;

/** The transactions of a report that was found sound, a chunk at a time; to be read once. */
public final class ReportRows implements Iterable<List<ImportedTransaction>>, AutoCloseable {
    private final XmlFile xml;
    private final PaymentReader payments;
    private final int chunkRows;
    private long number;
    private boolean ended;

    ReportRows(XmlFile xml, PaymentReader payments, int chunkRows) {
        this.xml = xml;
        this.payments = payments;
        this.chunkRows = chunkRows;
    }

    @Override
    public Iterator<List<ImportedTransaction>> iterator() {
        return new Iterator<>() {
            private List<ImportedTransaction> next = read();

            @Override
            public boolean hasNext() {
                return !next.isEmpty();
            }

            @Override
            public List<ImportedTransaction> next() {
                if (next.isEmpty()) {
                    throw new NoSuchElementException();
                }
                List<ImportedTransaction> chunk = next;
                next = read();
                return chunk;
            }
        };
    }

    private List<ImportedTransaction> read() {
        List<ImportedTransaction> rows = new ArrayList<>();
        try {
            while (!ended && rows.size() < chunkRows) {
                String part = xml.nextChild();
                if (part == null) {
                    ended = true;
                } else if (part.equals("transaction")) {
                    number++;
                    rows.add(row());
                } else if (part.equals("currency_code_local")) {
                    xml.element("/report/currency_code_local", name -> true)
                            .value()
                            .ifPresent(payments::localCurrency);
                } else {
                    xml.skip();
                }
            }
            return rows;
        } catch (FileRefused e) {
            throw new IllegalStateException("a report that was sound is not any more", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportedTransaction row() throws FileRefused, IOException {
        return payments.read(
                        xml.element(ReportReader.path(number), name -> !ReportReader.isAttachment(name)),
                        new Faults(number))
                .orElseThrow(() -> new IllegalStateException("a row that was sound is not any more"));
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
