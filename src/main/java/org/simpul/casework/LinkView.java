package org.simpul.casework;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.simpul.identifier.Identifier;

/**
 * An identifier that another referral holds as well.
 *
 * @param intakeId the other referral's intake
 * @param reference the other referral's reference
 * @param from name of the other submitter
 */
@Schema(name = "Link")
public record LinkView(Identifier identifier, UUID intakeId, String reference, String from) {}
