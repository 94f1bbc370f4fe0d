package org.simpul.retention;

/** How far a legal hold is; it keeps its object until it is DECLINED or LIFTED. */
public enum LegalHoldStatus {
    DRAFTED,
    SET,
    DECLINED,
    LIFTING_ASKED,
    LIFTED
}
