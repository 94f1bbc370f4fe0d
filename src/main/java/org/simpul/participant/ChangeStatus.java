package org.simpul.participant;

/** Where a proposed change stands; only the first is open. */
enum ChangeStatus {
    PROPOSED,
    IN_FORCE,
    DECLINED,
    WITHDRAWN
}
