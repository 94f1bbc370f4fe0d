package org.simpul.referral;

import java.time.LocalDate;
import java.util.List;
import org.simpul.sharing.Grading;
import org.simpul.sharing.Handling;

/**
 * A submitted version in full, without its transactions. Protected subjects are masked.
 *
 * @param legalBasis code of the list, as it was in force when it was sealed
 * @param suspicionFormedOn the day on which the institution formed its suspicion
 * @param noMedia the submitter states that it holds no abuse material in the referral
 * @param digest SHA-256 that the approver named, in hexadecimal
 */
public record ReferralContent(
        Submission submission,
        String legalBasis,
        LocalDate suspicionFormedOn,
        String narrative,
        Grading grading,
        Handling handling,
        boolean noMedia,
        StatutoryReport statutoryReport,
        List<SubjectView> subjects,
        List<CitedRedFlag> redFlags,
        List<DocumentReference> documentReferences,
        List<HeldItem> heldItems,
        String digest) {}
