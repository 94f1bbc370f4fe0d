package org.simpul.interop.goaml;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.simpul.interop.reading.ChunkSink;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.Findings;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.reading.Spooled;
import org.simpul.interop.reading.XmlFile;
import org.simpul.referral.Currencies;
import org.simpul.referral.ImportChunk;
import org.simpul.referral.ImportSummary;
import org.simpul.referral.ImportedReport;

/**
 * Reads a report twice. The first time everything is checked, and nothing but counts and faults leaves this room; then
 * it is known who must be protected, and the second reading gives the rows.
 */
@ApplicationScoped
public class GoamlReports {
    public static final String ROOT = "report";

    private final GoamlConfig config;
    private final ImportLimits limits;
    private final Currencies currencies;
    private final GoamlSchema schema;
    private final InstantSource clock;

    GoamlReports(
            GoamlConfig config, ImportLimits limits, Currencies currencies, GoamlSchema schema, InstantSource clock) {
        this.config = config;
        this.limits = limits;
        this.currencies = currencies;
        this.schema = schema;
        this.clock = clock;
    }

    /** What the first reading found. */
    public record Checked(ImportedReport report, ImportSummary summary) {}

    /**
     * The first reading.
     *
     * @param progress takes counts and faults, and never a row
     * @throws FileRefused when the report can't be read to its end
     */
    public Checked check(Spooled file, ChunkSink progress) throws FileRefused, IOException {
        schema.require(file);
        Findings findings = new Findings();
        ChunkSink counts = chunk ->
                progress.take(new ImportChunk(List.of(), chunk.errors(), chunk.rowsRead(), chunk.rowsFailed()));
        try (XmlFile xml = new XmlFile(file.open(), limits)) {
            return new ReportReader(config, limits, currencies, findings, today()).read(xml, counts);
        }
    }

    /** The second reading, of a report that the first one found sound. */
    public ReportRows rows(Spooled file) throws FileRefused, IOException {
        return new ReportRows(
                new XmlFile(file.open(), limits),
                payments(config, currencies, new Findings(), today()),
                limits.chunkRows());
    }

    static PaymentReader payments(GoamlConfig config, Currencies currencies, Findings findings, LocalDate today) {
        // what persons hold beside the payment is counted where they are read as subjects
        return new PaymentReader(config, currencies, new PersonReader(config, new Findings(), today), findings);
    }

    /** UTC is behind the country's own day: nobody comes of age too early. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
