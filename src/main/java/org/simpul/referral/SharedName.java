package org.simpul.referral;

import java.util.UUID;

/**
 * A subject of one submission whose name is like that of a subject of another referral's newest submission.
 *
 * @param subject reference of the one
 * @param otherSubject reference of the other
 * @param likeness 0 to 100
 * @param owner the other submitter
 */
public record SharedName(String subject, String otherSubject, int likeness, UUID referralId, UUID owner) {}
