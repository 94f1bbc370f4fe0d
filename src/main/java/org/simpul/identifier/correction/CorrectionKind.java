package org.simpul.identifier.correction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is wrong with an entry. */
@Schema(name = "IdentifierCorrectionKind")
public enum CorrectionKind {
    /** It does not belong on any list. */
    FALSE_POSITIVE,
    WRONG_VALUE,
    WRONG_TYPE,
    /** It is used no more. */
    ENDED;

    boolean namesTheRightOne() {
        return this == WRONG_VALUE || this == WRONG_TYPE;
    }
}
