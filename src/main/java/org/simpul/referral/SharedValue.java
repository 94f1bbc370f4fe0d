package org.simpul.referral;

import java.util.UUID;
import org.simpul.identifier.Identifier;

/**
 * An identifier of one submission that another referral's submission holds as well.
 *
 * @param versionId the other submission
 * @param owner the other submitter
 */
public record SharedValue(Identifier identifier, UUID versionId, UUID referralId, UUID owner) {}
