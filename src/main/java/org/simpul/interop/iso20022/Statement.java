package org.simpul.interop.iso20022;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.interop.reading.Chunks;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.Findings;
import org.simpul.interop.reading.Repeats;
import org.simpul.interop.reading.XmlElement;
import org.simpul.interop.reading.XmlFile;
import org.simpul.interop.tabular.ImportMapping;
import org.simpul.interop.tabular.WithoutCounterparty;
import org.simpul.referral.Currencies;
import org.simpul.referral.ImportedTransaction;
import org.simpul.referral.RowError;

/**
 * The entries of one account (camt.053, camt.054). One side of each is the account itself: a credit came to it, a debit
 * went from it; in a reversal, too, since that is an entry of its own, but its debtor and creditor are still called as
 * in the payment that it takes back. A batch is one entry with many payments.
 */
final class Statement {
    private static final Set<String> LEFT_OUT = Set.of("SplmtryData", "Envlp", "AddtlTxInf");
    private static final Set<String> OF_AN_ENTRY =
            Set.of("Amt", "CdtDbtInd", "RvslInd", "Sts", "BookgDt", "ValDt", "AcctSvcrRef", "NtryRef", "BkTxCd");
    private static final String BOOKED = "BOOK";
    private static final String CREDIT = "CRDT";
    private static final String DEBIT = "DBIT";

    private final XmlFile xml;
    private final Accounts accounts;
    private final Currencies currencies;
    private final ImportMapping mapping;
    private final Findings findings;
    private final Chunks chunks;
    private final Repeats references = new Repeats();
    private @Nullable XmlElement account;
    private long number;

    Statement(
            XmlFile xml,
            Accounts accounts,
            Currencies currencies,
            ImportMapping mapping,
            Findings findings,
            Chunks chunks) {
        this.xml = xml;
        this.accounts = accounts;
        this.currencies = currencies;
        this.mapping = mapping;
        this.findings = findings;
        this.chunks = chunks;
    }

    static boolean isKept(String name) {
        return !LEFT_OUT.contains(name);
    }

    /** @param message the element that is open, which holds statements or notifications */
    void read(String message) throws FileRefused, IOException {
        int place = 0;
        for (String part = xml.nextChild(); part != null; part = xml.nextChild()) {
            if (part.equals("Stmt") || part.equals("Ntfctn")) {
                place++;
                entries("/Document/" + message + "/" + part + (place == 1 ? "" : "[" + place + "]"));
            } else {
                xml.skip();
            }
        }
    }

    private void entries(String path) throws FileRefused, IOException {
        account = null;
        int place = 0;
        for (String part = xml.nextChild(); part != null; part = xml.nextChild()) {
            switch (part) {
                case "Acct" -> account = xml.element(path + "/Acct", Statement::isKept);
                case "Ntry" -> {
                    place++;
                    number++;
                    entry(path + "/Ntry[" + place + "]");
                }
                default -> xml.skip();
            }
        }
    }

    /** The parts of an entry stand in front of its payments, by the schema. */
    private void entry(String path) throws FileRefused, IOException {
        Entry entry = new Entry(path);
        int payments = 0;
        for (String part = xml.nextChild(); part != null; part = xml.nextChild()) {
            if (OF_AN_ENTRY.contains(part)) {
                entry.add(xml.element(path + "/" + part, Statement::isKept));
                continue;
            }
            if (!part.equals("NtryDtls")) {
                xml.skip();
                continue;
            }
            for (String detail = xml.nextChild(); detail != null; detail = xml.nextChild()) {
                if (detail.equals("TxDtls")) {
                    payments++;
                    XmlElement payment = xml.element(path + "/NtryDtls/TxDtls[" + payments + "]", Statement::isKept);
                    entry.later(payment, this);
                } else {
                    xml.skip();
                }
            }
        }
        entry.end(this);
    }

    private void payment(Entry entry, @Nullable XmlElement details, boolean alone) throws FileRefused {
        if (!entry.isBooked()) {
            findings.entryPassedOver();
            return;
        }
        String path = details == null ? entry.path : details.path();
        Optional<XmlElement> one = Optional.ofNullable(details);
        Payment payment = new Payment(number, currencies, accounts, findings);
        payment.on(entry.first("BookgDt").or(() -> entry.first("ValDt")), entry.path + "/BookgDt");
        Optional<XmlElement> own = one.flatMap(it -> it.first("Amt").or(() -> it.at("AmtDtls", "TxAmt", "Amt")));
        Optional<XmlElement> sum = own.or(() -> alone ? entry.first("Amt") : Optional.empty());
        payment.of(sum, sum.map(XmlElement::path).orElse(path + "/Amt"));
        String direction = one.flatMap(it -> it.value("CdtDbtInd"))
                .or(() -> entry.first("CdtDbtInd").flatMap(XmlElement::value))
                .orElse("");
        if (!direction.equals(CREDIT) && !direction.equals(DEBIT)) {
            payment.refuse("row", "unknown_direction", path + "/CdtDbtInd");
            chunks.refused(payment.errors());
            return;
        }
        boolean reversal = entry.isReversal();
        String other = direction.equals(CREDIT) != reversal ? "Dbtr" : "Cdtr";
        Optional<XmlElement> counterparty = one.flatMap(it -> it.at("RltdPties", other + "Acct"));
        if (counterparty.isEmpty() && mapping.withoutCounterparty() == WithoutCounterparty.SKIP) {
            findings.entryPassedOver();
            return;
        }
        XmlElement agent = one.flatMap(it -> it.at("RltdAgts", other + "Agt", "FinInstnId"))
                .orElse(null);
        String otherPath = counterparty.map(XmlElement::path).orElse(path + "/RltdPties/" + other + "Acct");
        Optional<XmlElement> itself = Optional.ofNullable(account);
        XmlElement keeper = itself.flatMap(it -> it.at("Svcr", "FinInstnId")).orElse(null);
        String itsPath = itself.map(XmlElement::path).orElse(path);
        if (direction.equals(CREDIT)) {
            payment.from(counterparty, agent, otherPath);
            payment.to(itself, keeper, itsPath);
        } else {
            payment.from(itself, keeper, itsPath);
            payment.to(counterparty, agent, otherPath);
        }
        payment.by(reversal ? "REVERSAL" : entry.code());
        payment.saying(one.map(Statement::remittance).orElse(""), path + "/RmtInf");
        String reference = reference(entry, one, alone);
        if (reference != null && references.came(itsPath + " " + reference)) {
            chunks.refused(List.of(new RowError(number, "row", "duplicate_entry", path)));
            return;
        }
        Optional<ImportedTransaction> row = payment.row();
        if (row.isPresent()) {
            chunks.sound(row.get());
        } else {
            chunks.refused(payment.errors());
        }
    }

    /** What the bank knows the payment by; null when nothing tells it from another one. */
    private static @Nullable String reference(Entry entry, Optional<XmlElement> details, boolean alone) {
        Optional<String> own = details.flatMap(it -> Stream.of("AcctSvcrRef", "UETR", "TxId", "EndToEndId")
                .map(name -> it.value("Refs", name).filter(value -> !value.equals("NOTPROVIDED")))
                .flatMap(Optional::stream)
                .findFirst());
        Optional<String> ofEntry = Stream.of("AcctSvcrRef", "NtryRef")
                .map(name -> entry.first(name).flatMap(XmlElement::value))
                .flatMap(Optional::stream)
                .findFirst();
        String both = (ofEntry.orElse("") + " " + own.orElse("")).strip();
        return both.isEmpty() || !alone && own.isEmpty() ? null : both + (entry.isReversal() ? " reversal" : "");
    }

    /** Unstructured lines, then the creditor's structured reference. */
    static String remittance(XmlElement payment) {
        return payment.all("RmtInf")
                .flatMap(XmlElement::children)
                .map(part -> part.name().equals("Ustrd") ? part.value() : part.value("CdtrRefInf", "Ref"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    /** An entry while its payments are read: the last one is held back until it is clear whether it is the only one. */
    private static final class Entry {
        private final String path;
        private final Map<String, XmlElement> parts = new HashMap<>();
        private @Nullable XmlElement held;
        private boolean many;

        Entry(String path) {
            this.path = path;
        }

        void add(XmlElement part) {
            parts.putIfAbsent(part.name(), part);
        }

        void later(XmlElement payment, Statement statement) throws FileRefused {
            if (held != null) {
                many = true;
                statement.payment(this, held, false);
            }
            held = payment;
        }

        void end(Statement statement) throws FileRefused {
            statement.payment(this, held, !many);
        }

        Optional<XmlElement> first(String name) {
            return Optional.ofNullable(parts.get(name));
        }

        /** A notification need not say it: what it tells has happened. */
        boolean isBooked() {
            return first("Sts")
                    .flatMap(status -> status.value("Cd").or(status::value))
                    .map(BOOKED::equals)
                    .orElse(true);
        }

        boolean isReversal() {
            return first("RvslInd")
                    .flatMap(XmlElement::value)
                    .map("true"::equals)
                    .orElse(false);
        }

        /** Family and subfamily of the bank's transaction code, e.g. {@code RCDT_ESCT}. */
        @Nullable
        String code() {
            Optional<XmlElement> family = first("BkTxCd").flatMap(it -> it.at("Domn", "Fmly"));
            String code = family.map(it -> Stream.of(it.value("Cd"), it.value("SubFmlyCd"))
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining("_")))
                    .orElse("");
            return code.isEmpty() ? null : code;
        }
    }
}
