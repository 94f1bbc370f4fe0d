package org.simpul.interop.iso20022;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.simpul.interop.reading.ChunkSink;
import org.simpul.interop.reading.Chunks;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.Findings;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.reading.Spooled;
import org.simpul.interop.reading.XmlFile;
import org.simpul.interop.tabular.ImportMapping;
import org.simpul.referral.Currencies;
import org.simpul.referral.ImportSummary;

/**
 * Reads camt.053, camt.054 and pacs.008 of any version: elements are known by their local names, which have kept their
 * meaning since version 02. One entry, or one of a batch's payments, is in memory at a time.
 */
@ApplicationScoped
public class IsoMessages {
    public static final String ROOT = "Document";
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:(camt\\.05[34]|pacs\\.008)\\.001\\.\\d{2}";

    private final ImportLimits limits;
    private final IsoConfig config;
    private final Currencies currencies;

    IsoMessages(ImportLimits limits, IsoConfig config, Currencies currencies) {
        this.limits = limits;
        this.config = config;
        this.currencies = currencies;
    }

    /** Reads the message to its end. */
    public ImportSummary read(Spooled file, ImportMapping mapping, ChunkSink sink) throws FileRefused, IOException {
        Findings findings = new Findings();
        Chunks chunks = new Chunks(limits, sink);
        try (XmlFile xml = new XmlFile(file.open(), limits)) {
            if (!xml.name().equals(ROOT) || !xml.namespace().matches(NAMESPACE)) {
                throw new FileRefused("unknown_message");
            }
            Accounts accounts = new Accounts(config, mapping);
            String message = xml.nextChild();
            switch (message == null ? "" : message) {
                case "BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn" ->
                    new Statement(xml, accounts, currencies, mapping, findings, chunks).read(message);
                case "FIToFICstmrCdtTrf" -> new CreditTransfers(xml, accounts, currencies, findings, chunks).read();
                default -> throw new FileRefused("unknown_message");
            }
            while (xml.nextChild() != null) {
                xml.skip();
            }
        }
        if (chunks.all() == 0) {
            throw new FileRefused("no_entries");
        }
        chunks.flush();
        return findings.summary();
    }
}
