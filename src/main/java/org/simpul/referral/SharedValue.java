package org.simpul.referral;

import java.util.List;
import java.util.UUID;
import org.simpul.identifier.Identifier;

/**
 * An identifier of one submission that other referrals' newest submissions hold as well.
 *
 * @param holders the newest first
 * @param many whether there are more than are told
 */
public record SharedValue(Identifier identifier, List<Holder> holders, boolean many) {

    /**
     * @param versionId the other submission
     * @param owner the other submitter
     */
    public record Holder(UUID versionId, UUID referralId, UUID owner) {}
}
