package org.simpul.typology.practice;

import org.simpul.audit.Act;

enum PracticeAct implements Act {
    TYPOLOGY_ADOPTED,
    TYPOLOGY_ADOPTION_ENDED,
    TYPOLOGY_ADOPTIONS_LISTED,
    RED_FLAG_PROPOSED,
    RED_FLAG_ACCEPTED,
    RED_FLAG_DECLINED,
    RED_FLAG_PROPOSALS_LISTED,
    RED_FLAG_PROPOSAL_READ
}
