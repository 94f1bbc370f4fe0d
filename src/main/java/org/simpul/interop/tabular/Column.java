package org.simpul.interop.tabular;

import java.util.List;
import java.util.Locale;

/** What a column can mean, with the headers of our template in English and Indonesian. */
enum Column {
    DATE("date", "tanggal"),
    AMOUNT("amount", "jumlah", "nominal"),
    CURRENCY("currency", "mata_uang"),
    FROM_ACCOUNT("from_account", "rekening_asal"),
    FROM_TYPE("from_type", "jenis_asal"),
    FROM_SCOPE("from_scope", "bank_asal"),
    TO_ACCOUNT("to_account", "rekening_tujuan"),
    TO_TYPE("to_type", "jenis_tujuan"),
    TO_SCOPE("to_scope", "bank_tujuan"),
    CHANNEL("channel", "kanal"),
    REMARK("remark", "berita");

    private final List<String> headers;

    Column(String... headers) {
        this.headers = List.of(headers);
    }

    boolean isHeadedBy(String header) {
        return headers.contains(normalised(header));
    }

    /** @return the name in mappings and errors, e.g. {@code from_account} */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As headers are compared: without surrounding white space, in lower case, spaces written as underscores. */
    static String normalised(String header) {
        return header.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }
}
