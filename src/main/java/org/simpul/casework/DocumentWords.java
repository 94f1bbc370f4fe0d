package org.simpul.casework;

import io.quarkus.qute.TemplateExtension;
import java.text.NumberFormat;
import java.util.Locale;
import org.simpul.access.Purpose;
import org.simpul.referral.AgeBand;
import org.simpul.referral.Party;
import org.simpul.referral.SubjectKind;
import org.simpul.referral.SubjectRole;

/** What codes are called in a document: in Indonesian, then in English. */
@TemplateExtension
final class DocumentWords {
    private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

    private DocumentWords() {}

    static String words(Product product) {
        return switch (product) {
            case HA -> "Hasil analisis (HA) · result of an analysis";
            case HP -> "Hasil pemeriksaan (HP) · result of an examination";
            case INFORMASI -> "Informasi · information";
        };
    }

    static String words(Purpose purpose) {
        return switch (purpose) {
            case CHILD_AT_RISK -> "Anak dalam bahaya · child at risk";
            case LOCATE_AND_PROTECT -> "Menemukan dan melindungi · locate and protect";
            case PREDICATE_OFFENCE -> "Tindak pidana asal · predicate offence";
            case MONEY_LAUNDERING -> "Pencucian uang · money laundering";
            case ASSET_RECOVERY -> "Pemulihan aset · asset recovery";
            case FILING -> "Pelaporan · filing";
            case SUPERVISION -> "Pengawasan · supervision";
            case AUDIT -> "Audit · audit";
        };
    }

    static String words(SubjectKind kind) {
        return switch (kind) {
            case NATURAL_PERSON -> "Orang perseorangan · natural person";
            case LEGAL_ENTITY -> "Badan hukum · legal entity";
            case UNKNOWN -> "Tidak diketahui · unknown";
        };
    }

    static String words(AgeBand age) {
        return switch (age) {
            case UNDER_13 -> "Di bawah 13 tahun · under 13";
            case AGE_13_17 -> "13–17 tahun · 13–17";
            case AGE_18_24 -> "18–24 tahun · 18–24";
            case ADULT -> "Dewasa · adult";
            case UNKNOWN -> "Usia tidak diketahui · age unknown";
        };
    }

    static String words(SubjectRole role) {
        return switch (role) {
            case SUSPECTED_OFFENDER -> "Terduga pelaku · suspected offender";
            case CONSUMER -> "Konsumen · consumer";
            case FACILITATOR -> "Fasilitator · facilitator";
            case MULE -> "Pemilik rekening penampung · mule";
            case BENEFICIARY -> "Penerima manfaat · beneficiary";
            case ACCOUNT_HOLDER -> "Pemegang rekening · account holder";
            case RELATIVE -> "Kerabat · relative";
            case POSSIBLE_CHILD_VICTIM -> "Kemungkinan korban anak · possible child victim";
            case POSSIBLE_ADULT_VICTIM -> "Kemungkinan korban dewasa · possible adult victim";
            case WITNESS -> "Saksi · witness";
        };
    }

    /** Above a party's value: what it is, or that it is a protected subject. */
    static String what(Party party) {
        return party.type().equals(Party.PROTECTED)
                ? "Subjek terlindungi · protected"
                : (party.type() + " " + party.scope()).strip();
    }

    static String money(DisseminatedTransaction transaction) {
        NumberFormat format = NumberFormat.getNumberInstance(INDONESIAN);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(4);
        return format.format(transaction.amount()) + " " + transaction.currency();
    }
}
