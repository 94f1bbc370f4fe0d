package org.simpul.retention;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The classes of record, in the order in which a purge goes through them: what hangs on another is gone before it. What
 * goes with each stands in {@code retention_tables} ({@code 033-retention.sql}, {@code 045-effect-and-retention.sql}). The audit is no class: it stays.
 */
public enum RecordClass {
    HOLD(Begins.END),
    RFI(Begins.END),
    DISSEMINATION(Begins.LAST_APPROVAL),
    CASE(Begins.END),
    /** The institution's file: closed to it when its period is over. */
    REFERRAL(Begins.LAST_TOUCH),
    INTAKE(Begins.END),
    /** What is behind a referral that is closed: its rows go when no intake needs them. It has no period of its own. */
    SUBMISSION(null),
    LEAD(Begins.RECEIPT),
    /** An agency's registered interest, with what it met. */
    INTEREST(Begins.END),
    /** That somebody searched. */
    SEARCH(Begins.RECEIPT),
    /** That an agency asked the pointer, and what it was told. */
    POINTER_SEARCH(Begins.RECEIPT),
    MATTER(Begins.END),
    NOTIFICATION(Begins.RECEIPT),
    /** An identifier that was taken off its list; what stands on a list has no end. */
    LIST_ENTRY(Begins.LAST_TOLD),
    /** A file that came into a list, with what was wrong in it. */
    LIST_IMPORT(Begins.END),
    /** What its reporter said of an entry. */
    SIGHTING(Begins.RECEIPT);

    /** When the period begins. */
    public enum Begins {
        /** When it was closed, rejected, withdrawn, released, cancelled or had expired. */
        END,
        /** When its last version was approved. */
        LAST_APPROVAL,
        /** When its institution did something to it last. */
        LAST_TOUCH,
        RECEIPT,
        /** When no feed tells of it any more: 93 days after the edition that took it off. */
        LAST_TOLD
    }

    private final @Nullable Begins begins;

    RecordClass(@Nullable Begins begins) {
        this.begins = begins;
    }

    @Nullable
    Begins begins() {
        return begins;
    }

    /** @return those that a schedule gives a period */
    static List<RecordClass> withPeriod() {
        return Arrays.stream(values()).filter(Predicate.not(SUBMISSION::equals)).toList();
    }
}
