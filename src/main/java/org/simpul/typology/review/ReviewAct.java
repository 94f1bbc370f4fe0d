package org.simpul.typology.review;

import org.simpul.audit.Act;

enum ReviewAct implements Act {
    TYPOLOGY_REVIEWED,
    TYPOLOGY_REVIEW_ENDED,
    TYPOLOGY_REVIEW_WARNED,
    TYPOLOGY_REVIEW_OVERDUE,
    REVIEW_COPIES_LISTED,
    REVIEW_COPY_READ
}
