package org.simpul.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.urgency.EmergencyNotice;

/**
 * A referral as its owner reads it; nothing in it moves with what the FIU does.
 *
 * @param submittedNumber number of the last submitted version; null before the first
 * @param returnReason why the draft was given back; null when it was not
 * @param team logins of those who may edit it
 * @param withdrawalAskedAt when its withdrawal was asked; null when it was not. It stands beside a correction
 * @param restricted whether only its team and the compliance officers see it
 * @param statutoryDueProposal the last day for the statutory report, in working days from the suspicion; null before that
 *     is dated
 * @param warnings what the institution must see to in time
 * @param version the newest version, open or submitted
 * @param aloneActId the act alone by which the newest version was submitted; null where two persons did, or while it is open
 * @param emergencyNotice with a P1: that Simpul is no emergency service, and whom to call
 */
@Schema(name = "Referral")
record ReferralView(
        UUID id,
        String reference,
        ReferralStatus status,
        @Nullable Integer submittedNumber,
        @Nullable String returnReason,
        List<String> team,
        Instant createdAt,
        @Nullable Instant withdrawalAskedAt,
        boolean concernsStaff,
        boolean restricted,
        @Nullable LocalDate statutoryDueProposal,
        List<Warning> warnings,
        VersionView version,
        @Nullable UUID aloneActId,
        @Nullable EmergencyNotice emergencyNotice) {}
