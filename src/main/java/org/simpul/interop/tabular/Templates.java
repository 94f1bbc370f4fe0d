package org.simpul.interop.tabular;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;

/** Tables of transactions to be filled in; what is filled into them is read without a mapping. */
@ApplicationScoped
public class Templates {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    private final AuditLog audit;

    Templates(AuditLog audit) {
        this.audit = audit;
    }

    /** @param acceptLanguage RFC 9110 section 12.5.4; Indonesian unless it asks for English */
    @Transactional
    public byte[] csv(@Nullable String acceptLanguage) {
        boolean indonesian = isIndonesian(acceptLanguage);
        audit.record(TemplateAct.IMPORT_TEMPLATE_READ, AuditedObject.list("IMPORT_TEMPLATE"));
        return Tables.csv(List.of(
                Stream.of(Column.values())
                        .map(column -> column.header(indonesian))
                        .toList(),
                Stream.of(Column.values())
                        .map(column -> example(column, indonesian))
                        .toList()));
    }

    /** @param acceptLanguage as for {@link #csv} */
    @Transactional
    public byte[] xlsx(@Nullable String acceptLanguage) {
        boolean indonesian = isIndonesian(acceptLanguage);
        audit.record(TemplateAct.IMPORT_TEMPLATE_READ, AuditedObject.list("IMPORT_TEMPLATE"));
        return workbook(indonesian);
    }

    static byte[] workbook(boolean indonesian) {
        return Tables.workbook(workbook -> {
            rows(workbook.newWorksheet(indonesian ? "Transaksi" : "Transactions"), indonesian);
            explanation(workbook, indonesian);
        });
    }

    private static void rows(Worksheet sheet, boolean indonesian) {
        Column[] columns = Column.values();
        for (int i = 0; i < columns.length; i++) {
            sheet.value(0, i, columns[i].header(indonesian));
            sheet.style(0, i).bold().set();
            sheet.width(i, 18);
            switch (columns[i]) {
                case DATE -> {
                    sheet.value(1, i, DAY);
                    sheet.style(1, i).format("yyyy-mm-dd").set();
                }
                case AMOUNT -> sheet.value(1, i, new BigDecimal("150000"));
                // as text: a number would lose its leading zeros
                default -> {
                    sheet.value(1, i, example(columns[i], indonesian));
                    sheet.style(1, i).format("@").set();
                }
            }
        }
        sheet.freezePane(0, 1);
    }

    private static void explanation(Workbook workbook, boolean indonesian) {
        Worksheet sheet = workbook.newWorksheet(indonesian ? "Petunjuk" : "Explanation");
        sheet.width(0, 22);
        sheet.width(1, 110);
        int row = 0;
        for (Column column : Column.values()) {
            sheet.value(row, 0, column.header(indonesian));
            sheet.value(row++, 1, column.explanation(indonesian));
        }
        sheet.value(
                row + 1,
                0,
                indonesian
                        ? "Ganti baris contoh. Simpan rekening sebagai teks. Sel berumus ditolak. Berkas tidak disimpan oleh hub."
                        : "Replace the example. Keep accounts as text. Cells with formulas are refused. The hub keeps no file.");
    }

    private static String example(Column column, boolean indonesian) {
        return switch (column) {
            case DATE -> DAY.toString();
            case AMOUNT -> "150000";
            case CURRENCY -> "IDR";
            case FROM_ACCOUNT -> "0012345678";
            case FROM_TYPE -> "BANK_ACCOUNT";
            case FROM_SCOPE -> "ID:014";
            case TO_ACCOUNT -> "081234567890";
            case TO_TYPE -> "E_WALLET";
            case TO_SCOPE -> "dompet-kita";
            case CHANNEL -> "QRIS";
            case REMARK -> indonesian ? "contoh" : "example";
        };
    }

    private static boolean isIndonesian(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return true;
        }
        try {
            return !Locale.ENGLISH.equals(Locale.lookup(
                    Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.ENGLISH, Locale.forLanguageTag("id"))));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
