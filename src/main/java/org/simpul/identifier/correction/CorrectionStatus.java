package org.simpul.identifier.correction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of a proposed correction. */
@Schema(name = "IdentifierCorrectionStatus")
public enum CorrectionStatus {
    PROPOSED,
    ACCEPTED,
    DECLINED
}
