package org.simpul.referral;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Grading;
import org.simpul.sharing.Handling;
import org.simpul.sharing.InformationGrade;
import org.simpul.sharing.Pap;
import org.simpul.sharing.SourceGrade;
import org.simpul.sharing.Tlp;
import org.simpul.urgency.UrgencyGround;

/** What is submitted. Open while it is written; once sealed, nobody changes it. */
@Entity
@DynamicUpdate
class ReferralVersion {
    static final Handling DEFAULT_HANDLING = new Handling(Tlp.AMBER_STRICT, Pap.AMBER);

    @Id
    UUID id;

    UUID owner;
    UUID referralId;
    String reference;
    int number;

    @Nullable
    String predicateOffence;

    /** Code of the FIU's list. */
    @Nullable
    String legalBasis;

    @Nullable
    LocalDate suspicionFormedOn;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    @Nullable
    @Enumerated(EnumType.STRING)
    UrgencyGround urgencyGround;

    @Nullable
    String narrative;

    @Nullable
    @Enumerated(EnumType.STRING)
    SourceGrade sourceGrade;

    @Nullable
    @Enumerated(EnumType.STRING)
    InformationGrade informationGrade;

    String tlp;
    String pap;
    boolean noMedia;

    @Nullable
    String statutoryReporter;

    @Nullable
    LocalDate statutoryDueOn;

    @Nullable
    String statutoryReference;

    @Nullable
    @Enumerated(EnumType.STRING)
    StatutoryStatus statutoryStatus;

    UUID[] writtenBy;

    @Nullable
    UUID handedOverBy;

    @Nullable
    UUID approvedBy;

    /** The act of one person that stands for the second; null where there was a second. */
    @Nullable
    UUID aloneActId;

    @Nullable
    String digest;

    @Nullable
    Instant sealedAt;

    static ReferralVersion first(Referral referral, UUID id) {
        ReferralVersion version = new ReferralVersion();
        version.id = id;
        version.owner = referral.owner;
        version.referralId = referral.id;
        version.reference = referral.reference;
        version.number = 1;
        version.writtenBy = new UUID[] {referral.createdBy};
        version.urgency = Urgency.P3;
        version.tlp = DEFAULT_HANDLING.tlp().label();
        version.pap = DEFAULT_HANDLING.pap().label();
        return version;
    }

    /** An open version that begins with what this one says. */
    ReferralVersion next(UUID nextId, UUID person) {
        ReferralVersion next = new ReferralVersion();
        next.id = nextId;
        next.owner = owner;
        next.referralId = referralId;
        next.reference = reference;
        next.number = number + 1;
        next.predicateOffence = predicateOffence;
        next.legalBasis = legalBasis;
        next.suspicionFormedOn = suspicionFormedOn;
        next.urgency = urgency;
        next.urgencyGround = urgencyGround;
        next.narrative = narrative;
        next.sourceGrade = sourceGrade;
        next.informationGrade = informationGrade;
        next.tlp = tlp;
        next.pap = pap;
        next.noMedia = noMedia;
        next.statutoryReporter = statutoryReporter;
        next.statutoryDueOn = statutoryDueOn;
        next.statutoryReference = statutoryReference;
        next.statutoryStatus = statutoryStatus;
        next.writtenBy = new UUID[] {person};
        return next;
    }

    void writtenBy(UUID person) {
        if (!List.of(writtenBy).contains(person)) {
            writtenBy = Stream.concat(Stream.of(writtenBy), Stream.of(person)).toArray(UUID[]::new);
        }
    }

    /** Everyone who wrote on it, and who handed it over. */
    List<UUID> makers() {
        return Stream.concat(Stream.of(writtenBy), Stream.ofNullable(handedOverBy))
                .toList();
    }

    void handedOver(UUID person, String digestOfContent) {
        handedOverBy = person;
        digest = digestOfContent;
    }

    void givenBack() {
        handedOverBy = null;
        digest = null;
    }

    /** From here on the database refuses any change. */
    void seal(String digestOfContent, UUID approver, Instant now) {
        digest = digestOfContent;
        approvedBy = approver;
        sealedAt = now;
    }

    /** As {@link #seal}, by one person alone for a child at imminent risk; who handed it over before stays. */
    void sealAlone(String digestOfContent, UUID person, UUID aloneAct, Instant now) {
        handedOverBy = handedOverBy == null ? person : handedOverBy;
        aloneActId = aloneAct;
        digest = digestOfContent;
        sealedAt = now;
    }

    Handling handling() {
        return new Handling(Tlp.of(tlp), Pap.of(pap));
    }

    @Nullable
    Grading grading() {
        return sourceGrade == null || informationGrade == null ? null : new Grading(sourceGrade, informationGrade);
    }

    @Nullable
    StatutoryReport statutoryReport() {
        return statutoryStatus == null
                ? null
                : new StatutoryReport(statutoryReporter, statutoryDueOn, statutoryReference, statutoryStatus);
    }

    Submission submission() {
        return new Submission(
                id,
                referralId,
                owner,
                reference,
                number,
                urgency,
                urgencyGround == null ? null : urgencyGround.name(),
                Objects.requireNonNull(predicateOffence),
                Objects.requireNonNull(sealedAt));
    }
}
