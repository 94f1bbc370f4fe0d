package org.simpul.inquiry.pointer;

/** How far a switch is; one whose end has come is OFF by its time alone. */
enum PointerSwitchStatus {
    PROPOSED,
    ON,
    DECLINED,
    OFF
}
