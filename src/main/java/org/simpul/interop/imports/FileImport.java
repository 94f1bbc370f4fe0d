package org.simpul.interop.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.interop.goaml.GoamlReports;
import org.simpul.interop.goaml.ReportRows;
import org.simpul.interop.iso20022.IsoMessages;
import org.simpul.interop.reading.ChunkSink;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.reading.Spool;
import org.simpul.interop.reading.Spooled;
import org.simpul.interop.reading.XmlFile;
import org.simpul.interop.tabular.CsvTransactions;
import org.simpul.interop.tabular.ImportMapping;
import org.simpul.interop.tabular.Tables;
import org.simpul.interop.tabular.XlsxTransactions;
import org.simpul.referral.Currencies;
import org.simpul.referral.ImportChunk;
import org.simpul.referral.ImportFormat;
import org.simpul.referral.ImportSummary;
import org.simpul.referral.ImportView;
import org.simpul.referral.TransactionImports;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Carries a file into an import run, chunk by chunk, each in a transaction of its own. */
@ApplicationScoped
class FileImport {
    private final TransactionImports imports;
    private final ImportLimits limits;
    private final Currencies currencies;
    private final Spool spool;
    private final IsoMessages messages;
    private final GoamlReports reports;
    private final ObjectMapper json;
    private final Turns turns;
    private final CurrentCaller current;
    private final InstantSource clock;

    FileImport(
            TransactionImports imports,
            ImportLimits limits,
            Currencies currencies,
            Spool spool,
            IsoMessages messages,
            GoamlReports reports,
            ObjectMapper json,
            Turns turns,
            CurrentCaller current,
            InstantSource clock) {
        this.imports = imports;
        this.limits = limits;
        this.currencies = currencies;
        this.spool = spool;
        this.messages = messages;
        this.reports = reports;
        this.json = json;
        this.turns = turns;
        this.current = current;
        this.clock = clock;
    }

    ImportView open(UUID referralId, OpenImport command) {
        ImportMapping mapping = command.mapping();
        if (mapping != null && mapping.lacksBaseDate()) {
            throw Problem.invalid("mapping.base_date", "base_date_required");
        }
        if (mapping != null && mapping.currency() != null && !currencies.knows(mapping.currency())) {
            throw Problem.invalid("mapping.currency", "unknown_currency");
        }
        try {
            return imports.open(
                    referralId,
                    command.format(),
                    json.writeValueAsString(mapping == null ? ImportMapping.TEMPLATE : mapping));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param type one of the content types that the operation consumes
     * @throws Problem BUSY while too many others are read
     */
    ImportView load(UUID referralId, UUID importId, MediaType type, InputStream file) {
        UUID institution = current.get().participantId();
        turns.take(institution);
        try {
            Deadline deadline = new Deadline(clock, limits.deadline());
            InputStream timed = deadline.on(file);
            if (type.isCompatible(MediaType.valueOf(Tables.CSV))) {
                return loadCsv(referralId, importId, timed, deadline);
            }
            return type.isCompatible(MediaType.valueOf(Tables.XLSX))
                    ? loadXlsx(referralId, importId, timed, deadline)
                    : loadXml(referralId, importId, timed, deadline);
        } finally {
            turns.giveBack(institution);
        }
    }

    /** Reads a file of rows as it comes. */
    private ImportView loadCsv(UUID referralId, UUID importId, InputStream file, Deadline deadline) {
        return run(referralId, importId, deadline, run -> {
            run.is(ImportFormat.CSV);
            return run.finish(new CsvTransactions(file, run.mapping(), limits, currencies).read(run));
        });
    }

    /** Takes a workbook wholly, since it is read from its end, and then reads it. */
    private ImportView loadXlsx(UUID referralId, UUID importId, InputStream file, Deadline deadline) {
        return run(referralId, importId, deadline, run -> {
            run.is(ImportFormat.XLSX);
            try (Spooled spooled = spool.take(file)) {
                return run.finish(new XlsxTransactions(run.mapping(), limits, currencies).read(spooled, run));
            }
        });
    }

    /** Takes an XML file wholly, since a report is read twice; its root says what it is. */
    private ImportView loadXml(UUID referralId, UUID importId, InputStream file, Deadline deadline) {
        return run(referralId, importId, deadline, run -> {
            try (Spooled spooled = spool.take(file)) {
                run.is(formatOf(spooled));
                if (run.format() == ImportFormat.ISO_20022) {
                    return run.finish(messages.read(spooled, run.mapping(), run));
                }
                GoamlReports.Checked checked = reports.check(spooled, run);
                try (ReportRows rows = reports.rows(spooled)) {
                    return imports.finishReport(
                            referralId, importId, checked.report(), deadline.on(rows), checked.summary());
                }
            }
        });
    }

    private ImportFormat formatOf(Spooled file) throws FileRefused, IOException {
        try (XmlFile xml = new XmlFile(file.open(), limits)) {
            return switch (xml.name()) {
                case IsoMessages.ROOT -> ImportFormat.ISO_20022;
                case GoamlReports.ROOT -> ImportFormat.GOAML;
                default -> throw new FileRefused("unknown_message");
            };
        }
    }

    private interface Reading {
        ImportView read(Run run) throws FileRefused, IOException;
    }

    /** One file on its way into one run. */
    private final class Run implements ChunkSink {
        private final UUID referralId;
        private final UUID importId;
        private final TransactionImports.Opened opened;
        private final Deadline deadline;
        private @Nullable ImportFormat format;

        Run(UUID referralId, UUID importId, TransactionImports.Opened opened, Deadline deadline) {
            this.referralId = referralId;
            this.importId = importId;
            this.opened = opened;
            this.deadline = deadline;
        }

        void is(ImportFormat found) throws FileRefused {
            format = found;
            if (opened.format() == null) {
                imports.recognise(referralId, importId, found);
            } else if (opened.format() != found) {
                throw new FileRefused("format_differs");
            }
        }

        @Nullable
        ImportFormat format() {
            return format;
        }

        ImportMapping mapping() throws IOException {
            return json.readValue(opened.mapping(), ImportMapping.class);
        }

        @Override
        public void take(ImportChunk chunk) {
            deadline.check();
            imports.add(referralId, importId, chunk);
        }

        ImportView finish(ImportSummary summary) {
            return imports.finish(referralId, importId, summary);
        }
    }

    /** A run that has begun is ended whatever happens. */
    private ImportView run(UUID referralId, UUID importId, Deadline deadline, Reading reading) {
        TransactionImports.Opened opened = imports.begin(referralId, importId);
        try {
            return reading.read(new Run(referralId, importId, opened, deadline));
        } catch (FileRefused e) {
            return imports.fail(referralId, importId, e.code(), e.errors());
        } catch (Deadline.Missed e) {
            return imports.fail(referralId, importId, "took_too_long", List.of());
        } catch (IOException e) {
            throw ended(referralId, importId, "interrupted", Problem.of(ProblemType.MALFORMED));
        } catch (Problem e) {
            throw ended(
                    referralId, importId, e.type() == ProblemType.STATE_CONFLICT ? "draft_closed" : "interrupted", e);
        } catch (RuntimeException e) {
            throw ended(referralId, importId, "interrupted", bare(e));
        } catch (Error e) {
            throw ended(referralId, importId, "interrupted", e);
        }
    }

    private <T extends Throwable> T ended(UUID referralId, UUID importId, String failure, T cause) {
        try {
            imports.fail(referralId, importId, failure, List.of());
        } catch (RuntimeException e) {
            cause.addSuppressed(bare(e));
        }
        return cause;
    }

    /** What failed and where, without its words: they may quote the file, and would stand in the log. */
    private static IllegalStateException bare(RuntimeException failure) {
        IllegalStateException bare =
                new IllegalStateException(failure.getClass().getName());
        bare.setStackTrace(failure.getStackTrace());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                // its state says what to answer
                bare.initCause(new SQLException("", refusal.getSQLState()));
                break;
            }
        }
        return bare;
    }
}
