package org.simpul.inquiry.rfi;

/** What the clock of a thread says next. */
enum RecipientStage {
    /** That its deadline comes. */
    WARN,
    /** That it has passed. */
    PASS,
    /** That it has passed long ago: to those who authorise, and who submit. */
    ESCALATE
}
