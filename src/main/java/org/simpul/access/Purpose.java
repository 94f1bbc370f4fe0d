package org.simpul.access;

/** Why person-level information is read (header {@code Purpose}); a closed list (PDP Law 27/2022 art. 16, purpose). */
public enum Purpose {
    CHILD_AT_RISK,
    LOCATE_AND_PROTECT,
    PREDICATE_OFFENCE,
    MONEY_LAUNDERING,
    ASSET_RECOVERY,
    FILING,
    SUPERVISION,
    AUDIT
}
