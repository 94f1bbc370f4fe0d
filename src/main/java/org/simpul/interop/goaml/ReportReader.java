package org.simpul.interop.goaml;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simpul.interop.reading.ChunkSink;
import org.simpul.interop.reading.Chunks;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.Findings;
import org.simpul.interop.reading.ImportLimits;
import org.simpul.interop.reading.XmlElement;
import org.simpul.interop.reading.XmlFile;
import org.simpul.referral.Currencies;
import org.simpul.referral.ImportedReport;
import org.simpul.referral.ImportedTransaction;
import org.simpul.shared.FreeText;

/** Walks through a report once and takes note of all that it says, one transaction at a time. */
final class ReportReader {
    private static final Pattern INDICATOR = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final int LONGEST_REFERENCE = 64;

    private final GoamlConfig config;
    private final ImportLimits limits;
    private final Findings findings;
    private final LocalDate today;
    private final Parties parties;
    private final PaymentReader payments;
    private final Faults ofTheReport = new Faults(0);
    private String reason = "";
    private String action = "";
    private @Nullable String reporter;
    private @Nullable String reference;
    private boolean filed;
    private long number;

    ReportReader(GoamlConfig config, ImportLimits limits, Currencies currencies, Findings findings, LocalDate today) {
        this.config = config;
        this.limits = limits;
        this.findings = findings;
        this.today = today;
        this.parties = new Parties(config, limits, today, new PersonReader(config, findings, today));
        this.payments = GoamlReports.payments(config, currencies, findings, today);
    }

    GoamlReports.Checked read(XmlFile xml, ChunkSink sink) throws FileRefused, IOException {
        Chunks chunks = new Chunks(limits, sink);
        for (String part = xml.nextChild(); part != null; part = xml.nextChild()) {
            switch (part) {
                case "transaction" -> {
                    number++;
                    transaction(xml.element(path(number), this::keeps), chunks);
                }
                case "activity" -> parties.gather(xml.element("/report/activity", this::keeps), ofTheReport);
                case "report_indicators" -> indicators(xml.element("/report/report_indicators", this::keeps));
                case "rentity_id" -> reporter = reference(field(xml, part));
                case "entity_reference" -> reference = reference(field(xml, part));
                case "submission_date" -> filed = hasCome(field(xml, part));
                case "currency_code_local" -> field(xml, part).value().ifPresent(payments::localCurrency);
                case "reason" -> reason = text(field(xml, part));
                case "action" -> action = text(field(xml, part));
                case "attachments", "report_attachments" -> attachments(xml);
                default -> {
                    if (isAttachment(part)) {
                        findings.attachmentDropped();
                    }
                    xml.skip();
                }
            }
        }
        ImportedReport report = new ImportedReport(parties.subjects(), narrative(), reporter, reference, filed);
        if (number == 0 && report.subjects().isEmpty()) {
            throw new FileRefused("empty_report");
        }
        if (!ofTheReport.isEmpty()) {
            chunks.refused(ofTheReport.list());
        }
        chunks.flush();
        return new GoamlReports.Checked(report, findings.summary());
    }

    static String path(long number) {
        return "/report/transaction[" + number + "]";
    }

    static boolean isAttachment(String element) {
        return element.endsWith("attachment") || element.equals("file_content");
    }

    private boolean keeps(String element) {
        if (isAttachment(element)) {
            findings.attachmentDropped();
            return false;
        }
        return true;
    }

    private void attachments(XmlFile xml) throws FileRefused, IOException {
        for (String part = xml.nextChild(); part != null; part = xml.nextChild()) {
            findings.attachmentDropped();
            xml.skip();
        }
    }

    private void transaction(XmlElement transaction, Chunks chunks) throws FileRefused {
        Faults faults = new Faults(number);
        parties.gather(transaction, faults);
        Optional<ImportedTransaction> row = payments.read(transaction, faults);
        if (row.isPresent()) {
            chunks.sound(row.get());
        } else {
            chunks.refused(faults.list());
        }
    }

    private void indicators(XmlElement indicators) {
        indicators
                .all("indicator")
                .map(XmlElement::value)
                .flatMap(Optional::stream)
                .forEach(code -> {
                    String redFlag = config.indicators().get(code);
                    if (redFlag != null) {
                        findings.redFlag(redFlag);
                    } else if (INDICATOR.matcher(code).matches()) {
                        findings.indicatorWithoutRedFlag(code);
                    } else {
                        ofTheReport.add("indicators", "pattern", indicators.path());
                    }
                });
    }

    private XmlElement field(XmlFile xml, String name) throws FileRefused, IOException {
        return xml.element("/report/" + name, element -> true);
    }

    private @Nullable String reference(XmlElement field) {
        String text = text(field);
        if (text.length() > LONGEST_REFERENCE) {
            ofTheReport.add("statutory_report", "reference_too_long", field.path());
        }
        return text.isEmpty() ? null : text;
    }

    private String text(XmlElement field) {
        String text = field.value().orElse("");
        FreeText.refusal(text).ifPresent(code -> ofTheReport.add(field.name(), code, field.path()));
        return text;
    }

    private boolean hasCome(XmlElement field) {
        Optional<String> text = field.value();
        if (text.isEmpty()) {
            return false;
        }
        try {
            LocalDate day = LocalDate.parse(
                    text.get().substring(0, Math.min(10, text.get().length())));
            // a day begins earlier there than in UTC
            return !day.isAfter(today.plusDays(1));
        } catch (DateTimeException e) {
            ofTheReport.add("submission_date", "invalid_date", field.path());
            return false;
        }
    }

    private @Nullable String narrative() {
        String both = (reason + (action.isEmpty() ? "" : "\n\n" + action)).strip();
        FreeText.refusal(both).ifPresent(code -> ofTheReport.add("narrative", code, "/report/reason"));
        return both.isEmpty() ? null : both;
    }
}
