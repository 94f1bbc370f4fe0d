package org.simpul.typology;

import java.util.concurrent.atomic.AtomicInteger;

/** Typologies to draft in tests: sound, and each with a code of its own. */
public final class Typologies {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Typologies() {}

    public static String code() {
        return "X" + System.nanoTime() % 1_000_000_000 + COUNT.incrementAndGet();
    }

    public static String content(String code) {
        return content(code, "Rekening penampung", 60, 2, flag("RF-901", "NETWORK", 40), flag("RF-902", "REMARK", 30));
    }

    static String content(String code, String title, int threshold, int atLeast, String... flags) {
        return """
                {"code":"%s","title":{"id":"%s","en":"Collector account"},
                "summary":{"id":"Banyak pengirim, satu penerima.","en":"Many senders, one receiver."},
                "narrative":{"id":"Uang masuk dari banyak pihak.","en":"Money comes in from many parties."},
                "predicate_offence":"CHILD_SEXUAL_EXPLOITATION","jurisdictions":["ID"],
                "channels":["REMITTANCE","E_WALLET"],"handling":{"tlp":"TLP:AMBER","pap":"PAP:AMBER"},
                "combination":{"threshold":%d,"at_least":%d},"red_flags":[%s]}"""
                .formatted(code, title, threshold, atLeast, String.join(",", flags));
    }

    static String flag(String code, String category, int weight) {
        return """
                {"code":"%s","text":{"id":"Banyak pengirim","en":"Many senders"},"category":"%s","weight":%d,
                "provenance":{"publisher":"FATF","date":"2025-03","reference":"FATF, March 2025",
                "verification":"SECONDARY"}}"""
                .formatted(code, category, weight);
    }
}
