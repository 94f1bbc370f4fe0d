package org.simpul.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the FIU can ask a submitter for: the fields of a referral, and no words of its own (R1). */
@Schema(
        enumeration = {
            "predicate_offence",
            "legal_basis",
            "suspicion_formed_on",
            "urgency",
            "urgency_ground",
            "narrative",
            "grading",
            "handling",
            "statutory_report",
            "subjects",
            "red_flags",
            "transactions",
            "document_references",
            "held_items"
        })
public enum ReferralField {
    PREDICATE_OFFENCE,
    LEGAL_BASIS,
    SUSPICION_FORMED_ON,
    URGENCY,
    URGENCY_GROUND,
    NARRATIVE,
    GRADING,
    HANDLING,
    STATUTORY_REPORT,
    SUBJECTS,
    RED_FLAGS,
    TRANSACTIONS,
    DOCUMENT_REFERENCES,
    HELD_ITEMS;

    /** @return its name in the referral, e.g. {@code narrative} */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
