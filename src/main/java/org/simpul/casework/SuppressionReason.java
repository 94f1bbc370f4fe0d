package org.simpul.casework;

import org.simpul.identifier.ExclusionReason;

/** Why what two referrals have in common is not shown as a link. */
public enum SuppressionReason {
    /** More referrals hold the value than could have to do with each other. */
    HELD_BY_MANY,
    /** The name, or a part of it, is a name of many. */
    COMMON_NAME,
    /** An agency found it to be nothing, and none found it to be something. */
    FALSE_POSITIVE,
    COLLECTION_ACCOUNT,
    SETTLEMENT_ACCOUNT,
    GOVERNMENT,
    CHARITY,
    REGULATOR;

    /** The same word as on the exclusion list. */
    static SuppressionReason of(ExclusionReason reason) {
        return valueOf(reason.name());
    }
}
