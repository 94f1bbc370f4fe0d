package org.simpul.casework;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.safeguard.ComparedKind;

/**
 * Two references that are possibly the same child. Not proof, and no value: only which kind of value is the same.
 *
 * @param reference in an intake of the case
 * @param otherReference in another intake, of this case or not
 */
@Schema(name = "PossibleSameChild")
public record PossibleSameChild(
        String reference, UUID intakeId, String otherReference, UUID otherIntakeId, List<ComparedKind> matched) {}
