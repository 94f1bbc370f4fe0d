package org.simpul.interop.iso20022;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.simpul.interop.reading.Chunks;
import org.simpul.interop.reading.FileRefused;
import org.simpul.interop.reading.Findings;
import org.simpul.interop.reading.Repeats;
import org.simpul.interop.reading.XmlElement;
import org.simpul.interop.reading.XmlFile;
import org.simpul.referral.Currencies;
import org.simpul.referral.RowError;

/** Customer credit transfers between banks (pacs.008): each says both sides, and is settled on its day or the group's. */
final class CreditTransfers {
    private static final String MESSAGE = "/Document/FIToFICstmrCdtTrf";

    private final XmlFile xml;
    private final Accounts accounts;
    private final Currencies currencies;
    private final Findings findings;
    private final Chunks chunks;
    private final Repeats references = new Repeats();
    private @Nullable XmlElement group;
    private long number;

    CreditTransfers(XmlFile xml, Accounts accounts, Currencies currencies, Findings findings, Chunks chunks) {
        this.xml = xml;
        this.accounts = accounts;
        this.currencies = currencies;
        this.findings = findings;
        this.chunks = chunks;
    }

    void read() throws FileRefused, IOException {
        for (String part = xml.nextChild(); part != null; part = xml.nextChild()) {
            switch (part) {
                case "GrpHdr" -> group = xml.element(MESSAGE + "/GrpHdr", name -> true);
                case "CdtTrfTxInf" -> {
                    number++;
                    transfer(xml.element(MESSAGE + "/CdtTrfTxInf[" + number + "]", Statement::isKept));
                }
                default -> xml.skip();
            }
        }
    }

    private void transfer(XmlElement transfer) throws FileRefused {
        Payment payment = new Payment(number, currencies, accounts, findings);
        Optional<XmlElement> day = transfer.first("IntrBkSttlmDt")
                .or(() -> Optional.ofNullable(group).flatMap(all -> all.first("IntrBkSttlmDt")))
                .or(() -> transfer.first("AccptncDtTm"))
                .or(() -> Optional.ofNullable(group).flatMap(all -> all.first("CreDtTm")));
        payment.on(day, transfer.pathOf("IntrBkSttlmDt"));
        payment.of(transfer.first("IntrBkSttlmAmt"), transfer.pathOf("IntrBkSttlmAmt"));
        payment.from(
                transfer.first("DbtrAcct"),
                transfer.at("DbtrAgt", "FinInstnId").orElse(null),
                transfer.pathOf("DbtrAcct"));
        payment.to(
                transfer.first("CdtrAcct"),
                transfer.at("CdtrAgt", "FinInstnId").orElse(null),
                transfer.pathOf("CdtrAcct"));
        payment.by(transfer.value("PmtTpInf", "LclInstrm", "Cd")
                .or(() -> transfer.value("PmtTpInf", "LclInstrm", "Prtry"))
                .orElse(null));
        payment.saying(Statement.remittance(transfer), transfer.pathOf("RmtInf"));
        Optional<String> reference = transfer.value("PmtId", "UETR").or(() -> transfer.value("PmtId", "TxId"));
        if (reference.isPresent() && references.came(reference.get())) {
            chunks.refused(List.of(new RowError(number, "row", "duplicate_entry", transfer.pathOf("PmtId"))));
            return;
        }
        var row = payment.row();
        if (row.isPresent()) {
            chunks.sound(row.get());
        } else {
            chunks.refused(payment.errors());
        }
    }
}
