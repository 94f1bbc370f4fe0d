package org.simpul.interop.tabular;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.identifier.IdentifierType;

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

    /** @return the template's header: English first, Indonesian second */
    String header(boolean indonesian) {
        return headers.get(indonesian ? 1 : 0);
    }

    /** What belongs into the column, for people. */
    String explanation(boolean indonesian) {
        return switch (this) {
            case DATE ->
                indonesian
                        ? "Tanggal pembukuan: sel tanggal, atau teks 2026-01-31."
                        : "The booking date: a date cell, or text as 2026-01-31.";
            case AMOUNT ->
                indonesian
                        ? "Angka 0 atau lebih, paling banyak 4 desimal. Arah dinyatakan oleh rekening asal dan tujuan."
                        : "A number of 0 or more, at most 4 decimals. The accounts say the direction.";
            case CURRENCY ->
                indonesian
                        ? "Kode ISO 4217, atau kode aset virtual."
                        : "A code of ISO 4217, or a virtual asset's ticker.";
            case FROM_ACCOUNT, TO_ACCOUNT ->
                indonesian
                        ? "Rekening, dompet, IBAN, alamat kripto, nomor telepon …, sebagai teks."
                        : "An account, a wallet, an IBAN, a crypto address, a telephone number …, as text.";
            case FROM_TYPE, TO_TYPE ->
                (indonesian ? "Salah satu dari: " : "One of: ")
                        + Stream.of(IdentifierType.values()).map(Enum::name).collect(Collectors.joining(", "));
            case FROM_SCOPE, TO_SCOPE ->
                indonesian
                        ? "Bank atau penyelenggara: ID:014, dompet-kita; rantai untuk alamat kripto."
                        : "The bank or provider: ID:014, dompet-kita; the chain of a crypto address.";
            case CHANNEL -> indonesian ? "Cara bayar, boleh kosong." : "How it was paid; may be empty.";
            case REMARK ->
                indonesian
                        ? "Berita, paling banyak 500 karakter, boleh kosong."
                        : "At most 500 characters; may be empty.";
        };
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
