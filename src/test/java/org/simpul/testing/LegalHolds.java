package org.simpul.testing;

import java.util.Map;

/** What somebody who drafts a legal hold says, in a test that does not care what. */
public final class LegalHolds {
    public static final String PATH = "/api/v1/legal-holds";

    private LegalHolds() {}

    /** @param reviewOn a day to come */
    public static Map<String, Object> form(String kind, Object object, Object reviewOn) {
        return Map.of(
                "object",
                Map.of("kind", kind, "id", object),
                "reason",
                "The trial goes on.",
                "asked_by",
                "Pengadilan Negeri",
                "official_reference",
                "12/Pen.Pid/2026",
                "review_on",
                reviewOn.toString());
    }
}
