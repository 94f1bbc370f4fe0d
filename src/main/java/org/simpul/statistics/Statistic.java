package org.simpul.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.simpul.typology.Bilingual;

import static org.simpul.statistics.Population.CITATIONS;
import static org.simpul.statistics.Population.DISSEMINATIONS;
import static org.simpul.statistics.Population.OUTCOMES;
import static org.simpul.statistics.Population.REFERRALS;
import static org.simpul.statistics.Population.REQUESTS;
import static org.simpul.statistics.Population.SIGHTINGS;

/** Everything that is counted for others; each is one table of categories by quarter. */
enum Statistic {
    REFERRALS_BY_OFFENCE(
            REFERRALS,
            Dimension.OFFENCE,
            new Bilingual("Rujukan menurut tindak pidana asal", "Referrals by predicate offence"),
            new Bilingual(
                    "Rujukan yang diterima PPATK dalam triwulan itu, menurut tindak pidana asal pada versi terakhirnya.",
                    "Referrals that the FIU received in the quarter, by the predicate offence of their last version.")),
    REFERRALS_BY_SECTOR(
            REFERRALS,
            Dimension.SECTOR,
            new Bilingual("Rujukan menurut sektor", "Referrals by sector"),
            new Bilingual(
                    "Rujukan yang diterima PPATK dalam triwulan itu, menurut sektor pihak pelapor.",
                    "Referrals that the FIU received in the quarter, by the sector of who submitted them.")),
    REFERRALS_BY_URGENCY(
            REFERRALS,
            Dimension.URGENCY,
            new Bilingual("Rujukan menurut urgensi", "Referrals by urgency"),
            new Bilingual(
                    "Rujukan yang diterima PPATK dalam triwulan itu, menurut urgensinya.",
                    "Referrals that the FIU received in the quarter, by their urgency.")),
    REFERRALS_BY_ACKNOWLEDGEMENT(
            REFERRALS,
            Dimension.ACKNOWLEDGEMENT,
            new Bilingual("Rujukan menurut waktu konfirmasi", "Referrals by time to acknowledgement"),
            new Bilingual(
                    "Rujukan yang diterima PPATK dalam triwulan itu, menurut waktu dari penerimaan sampai seorang analis"
                            + " mengambilnya.",
                    "Referrals that the FIU received in the quarter, by the time from receipt until an analyst took it.")),
    DISSEMINATIONS_BY_PRODUCT(
            DISSEMINATIONS,
            Dimension.PRODUCT,
            new Bilingual("Diseminasi menurut produk", "Disseminations by product"),
            new Bilingual(
                    "Diseminasi yang disetujui dalam triwulan itu, menurut produk; versi koreksi tidak dihitung lagi.",
                    "Disseminations approved in the quarter, by product; a corrected version is not counted again.")),
    OUTCOMES_BY_KIND(
            OUTCOMES,
            Dimension.OUTCOME,
            new Bilingual("Hasil menurut jenis", "Outcomes by kind"),
            new Bilingual(
                    "Hasil yang dicatat aparat penegak hukum dalam triwulan itu, menurut jenis. Yang dihitung adalah catatan,"
                            + " bukan orang.",
                    "Outcomes that agencies recorded in the quarter, by kind. It counts records, not people.")),
    CITATIONS_BY_TYPOLOGY(
            CITATIONS,
            Dimension.TYPOLOGY,
            new Bilingual("Rujukan menurut tipologi yang dikutip", "Referrals by the typology they cite"),
            new Bilingual(
                    "Rujukan yang diterima PPATK dalam triwulan itu, menurut tipologi yang tanda bahayanya dikutip; rujukan"
                            + " yang mengutip beberapa tipologi dihitung pada masing-masing.",
                    "Referrals that the FIU received in the quarter, by the typology whose red flags they cite; one that"
                            + " cites several counts for each of them.")),
    REQUESTS_BY_ANSWER(
            REQUESTS,
            Dimension.ANSWER,
            new Bilingual("Permintaan informasi menurut jawaban", "Requests for information by answer"),
            new Bilingual(
                    "Permintaan informasi PPATK kepada satu lembaga yang terbit dalam triwulan itu, menurut ada tidaknya"
                            + " jawaban berisi informasi; nihil dan tanpa jawaban dihitung bersama.",
                    "Requests of the FIU to one institution each, issued in the quarter, by whether they were answered with"
                            + " information; nil returns and no answer are counted together.")),
    REQUESTS_BY_SECTOR(
            REQUESTS,
            Dimension.SECTOR,
            new Bilingual("Permintaan informasi menurut sektor", "Requests for information by sector"),
            new Bilingual(
                    "Permintaan informasi PPATK kepada satu lembaga yang terbit dalam triwulan itu, menurut sektornya.",
                    "Requests of the FIU to one institution each, issued in the quarter, by its sector.")),
    SIGHTINGS_BY_TYPOLOGY(
            SIGHTINGS,
            Dimension.TYPOLOGY,
            new Bilingual("Laporan penampakan menurut tipologi", "Reports of sightings by typology"),
            new Bilingual(
                    "Laporan yang disampaikan dalam triwulan itu tentang pengenal pada daftar PPATK, menurut tipologi yang"
                            + " disebut entrinya. Yang dihitung adalah laporan, bukan berapa kali terlihat; laporan bukan bukti.",
                    "Reports made in the quarter on identifiers of the FIU's lists, by the typology that the entry names. It"
                            + " counts reports, not how often something was seen; a report proves nothing.")),
    SIGHTINGS_BY_KIND(
            SIGHTINGS,
            Dimension.SIGHTING,
            new Bilingual("Laporan penampakan menurut jenis", "Reports of sightings by kind"),
            new Bilingual(
                    "Laporan yang disampaikan dalam triwulan itu tentang pengenal pada daftar PPATK: terlihat, keliru, atau"
                            + " tidak dipakai lagi.",
                    "Reports made in the quarter on identifiers of the FIU's lists: seen, a false positive, or no longer"
                            + " used."));

    private final Population population;
    private final Dimension dimension;
    private final Bilingual title;
    private final Bilingual definition;

    Statistic(Population population, Dimension dimension, Bilingual title, Bilingual definition) {
        this.population = population;
        this.dimension = dimension;
        this.title = title;
        this.definition = definition;
    }

    Population population() {
        return population;
    }

    Dimension dimension() {
        return dimension;
    }

    Bilingual title() {
        return title;
    }

    Bilingual definition() {
        return definition;
    }

    /** @return e.g. {@code referrals-by-offence} */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Statistic> of(String id) {
        return Arrays.stream(values())
                .filter(statistic -> statistic.id().equals(id))
                .findFirst();
    }
}
