package org.simpul.referral;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.simpul.shared.Problem;
import org.simpul.sharing.Grading;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Tlp;
import org.simpul.urgency.UrgencyGround;

/**
 * What is written about a suspicion, beside subjects, red flags and transactions. A draft may leave anything out; a PUT
 * replaces all of it.
 *
 * @param predicateOffence code of the offence, e.g. {@code CHILD_SEXUAL_EXPLOITATION}
 * @param legalBasis code of the FIU's list, in force for referrals
 * @param suspicionFormedOn the day on which the institution formed its suspicion
 * @param urgency P3 when left out
 * @param urgencyGround what makes it P1
 * @param handling TLP:AMBER+STRICT and PAP:AMBER when left out
 * @param noMedia the institution states that the referral holds no abuse material
 * @param concernsStaff it is about the institution's own staff: from then on it is restricted to its team and the
 *     compliance officers, for good; of the referral and not of the version, so the FIU does not read it
 */
@Schema(
        example =
                "{\"predicate_offence\":\"CHILD_SEXUAL_EXPLOITATION\",\"legal_basis\":\"UU_8_2010_ART_23\",\"suspicion_formed_on\":\"2026-03-02\",\"urgency\":\"P1\",\"urgency_ground\":\"LIVE_OR_SCHEDULED_ABUSE\",\"narrative\":\"Small payments at night to one account.\",\"grading\":{\"source\":\"RELIABLE\",\"information\":\"A\"},\"handling\":{\"tlp\":\"TLP:AMBER\",\"pap\":\"PAP:RED\"},\"no_media\":true,\"statutory_report\":{\"reporter\":\"RE-0001\",\"due_on\":\"2026-03-05\",\"reference\":null,\"status\":\"PENDING\"}}")
record ReferralFields(
        @Nullable @Pattern(regexp = "[A-Z][A-Z_]{2,63}") String predicateOffence,
        @Nullable @Pattern(regexp = "[A-Z][A-Z0-9_]{2,63}") String legalBasis,
        @Nullable LocalDate suspicionFormedOn,
        @Nullable Urgency urgency,
        @Nullable UrgencyGround urgencyGround,
        @Nullable @Size(max = 20_000) String narrative,
        @Nullable @Valid Grading grading,
        @Nullable @Valid Handling handling,
        @Nullable Boolean noMedia,
        @Nullable @Valid StatutoryReport statutoryReport,
        @Nullable Boolean concernsStaff) {

    /** @throws Problem INVALID for what contradicts itself, or could not be submitted */
    void writeTo(ReferralVersion version) {
        Urgency chosen = urgency == null ? Urgency.P3 : urgency;
        if (urgencyGround != null && chosen != Urgency.P1) {
            throw Problem.invalid("urgency_ground", "only_for_p1");
        }
        Handling handle = handling == null ? ReferralVersion.DEFAULT_HANDLING : handling;
        if (handle.tlp() == Tlp.RED) {
            // it would name persons, and a submission goes to the FIU as an institution
            throw Problem.invalid("handling.tlp", "red_names_persons");
        }
        version.predicateOffence = predicateOffence;
        version.legalBasis = legalBasis;
        version.suspicionFormedOn = suspicionFormedOn;
        version.urgency = chosen;
        version.urgencyGround = urgencyGround;
        version.narrative = narrative;
        version.sourceGrade = grading == null ? null : grading.source();
        version.informationGrade = grading == null ? null : grading.information();
        version.tlp = handle.tlp().label();
        version.pap = handle.pap().label();
        version.noMedia = Boolean.TRUE.equals(noMedia);
        version.statutoryReporter = statutoryReport == null ? null : statutoryReport.reporter();
        version.statutoryDueOn = statutoryReport == null ? null : statutoryReport.dueOn();
        version.statutoryReference = statutoryReport == null ? null : statutoryReport.reference();
        version.statutoryStatus = statutoryReport == null ? null : statutoryReport.status();
    }
}
