package org.simpul.retention;

import org.simpul.audit.Act;

enum RetentionAct implements Act {
    RETENTION_PROPOSED,
    RETENTION_APPROVED,
    RETENTION_DECLINED,
    RETENTION_INSTALLED,
    RETENTION_READ,
    RETENTION_LISTED,
    RETENTION_CLASSES_LISTED,
    RETENTION_EXPIRIES_LISTED,
    LEGAL_HOLD_DRAFTED,
    LEGAL_HOLD_SET,
    LEGAL_HOLD_DECLINED,
    LEGAL_HOLD_LIFTING_ASKED,
    LEGAL_HOLD_LIFTED,
    LEGAL_HOLD_KEPT,
    LEGAL_HOLD_REVIEWED,
    LEGAL_HOLD_REVIEW_DUE,
    LEGAL_HOLD_READ,
    LEGAL_HOLD_LISTED,
    PURGE_COUNTED,
    PURGE_ORDERED,
    PURGE_APPROVED,
    PURGE_DECLINED,
    PURGE_PORTION_DELETED,
    PURGE_CERTIFIED,
    PURGE_READ,
    PURGE_LISTED;

    @Override
    public String text() {
        return name().startsWith("LEGAL_HOLD_")
                ? "legal-hold."
                        + name().substring("LEGAL_HOLD_".length())
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-')
                : Act.super.text();
    }
}
