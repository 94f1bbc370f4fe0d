package org.simpul.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Grading;
import org.simpul.sharing.Handling;
import org.simpul.urgency.UrgencyGround;

/**
 * A version as its owner reads it; protected subjects are masked here too.
 *
 * @param digest SHA-256 over everything in it, in hexadecimal; the approval names it; null until it is
 *     handed over
 * @param sealedAt when it was submitted; null while it is open
 */
@Schema(name = "ReferralVersion")
record VersionView(
        int number,
        @Nullable String predicateOffence,
        @Nullable String legalBasis,
        @Nullable LocalDate suspicionFormedOn,
        Urgency urgency,
        @Nullable UrgencyGround urgencyGround,
        @Nullable String narrative,
        @Nullable Grading grading,
        Handling handling,
        boolean noMedia,
        @Nullable StatutoryReport statutoryReport,
        List<SubjectView> subjects,
        List<CitedRedFlag> redFlags,
        List<DocumentReference> documentReferences,
        List<HeldItem> heldItems,
        @Nullable String digest,
        @Nullable Instant sealedAt) {

    static VersionView from(
            ReferralVersion version,
            List<SubjectView> subjects,
            List<CitedRedFlag> redFlags,
            List<DocumentReference> documentReferences,
            List<HeldItem> heldItems,
            ProtectedPeople protectedLater,
            @Nullable String digest) {
        return new VersionView(
                version.number,
                version.predicateOffence,
                version.legalBasis,
                version.suspicionFormedOn,
                version.urgency,
                version.urgencyGround,
                protectedLater.mask(version.narrative),
                version.grading(),
                version.handling(),
                version.noMedia,
                protectedLater.mask(version.statutoryReport()),
                subjects.stream().map(protectedLater::mask).toList(),
                redFlags.stream().map(protectedLater::mask).toList(),
                documentReferences.stream().map(protectedLater::mask).toList(),
                heldItems.stream().map(protectedLater::mask).toList(),
                digest,
                version.sealedAt);
    }
}
