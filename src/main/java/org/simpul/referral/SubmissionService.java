package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Purpose;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Outbox;
import org.simpul.safeguard.ProtectedSubjects;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Terms;

/** The road of a draft to the FIU: handed over, decided by a second person, sealed, disclosed; and begun again. */
@ApplicationScoped
class SubmissionService {
    /** Kind of the event that a submission leaves, with the id of its version. */
    static final String SUBMITTED = "referral.submitted";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final OpenDrafts drafts;
    private final ReferralRepository referrals;
    private final VersionRepository versions;
    private final VersionCopy copy;
    private final ProtectedSubjects protectedSubjects;
    private final Masking masking;
    private final ReferralReader reader;
    private final Ledger ledger;
    private final ParticipantDirectory directory;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    SubmissionService(
            CurrentCaller current,
            AccessPolicy policy,
            OpenDrafts drafts,
            ReferralRepository referrals,
            VersionRepository versions,
            VersionCopy copy,
            ProtectedSubjects protectedSubjects,
            Masking masking,
            ReferralReader reader,
            Ledger ledger,
            ParticipantDirectory directory,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.drafts = drafts;
        this.referrals = referrals;
        this.versions = versions;
        this.copy = copy;
        this.protectedSubjects = protectedSubjects;
        this.masking = masking;
        this.reader = reader;
        this.ledger = ledger;
        this.directory = directory;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Freezes a complete draft until it is decided on. */
    @Transactional
    Edited<ReferralView> handOver(UUID referralId) {
        Referral referral = drafts.hold(referralId);
        referral.handOver();
        ReferralVersion version = versions.newest(referral);
        masking.mask(version.id);
        requireComplete(referral, version);
        version.handedOver(current.get().person(), reader.digest(version));
        ReferralView view = reader.read(referral, version);
        audit.record(
                ReferralAct.REFERRAL_HANDED_OVER,
                object(referral),
                view.version().digest());
        return new Edited<>(view, referral.revision);
    }

    @Transactional
    Edited<ReferralView> decide(UUID referralId, Decision decision) {
        Referral referral =
                referrals.lock(policy.visibility(current.get()), referralId).orElseThrow(Problem::notFound);
        ReferralVersion version = versions.newest(referral);
        if (decision.decision() == Decision.Choice.RETURN) {
            giveBack(referral, version, decision);
        } else {
            submit(referral, version, decision);
        }
        return new Edited<>(reader.read(referral, version), referral.revision);
    }

    /** Opens the next version with what the last one says; it takes the same road. */
    @Transactional
    Edited<ReferralView> openVersion(UUID referralId) {
        Referral referral = drafts.hold(referralId);
        referral.reopen();
        ReferralVersion version =
                copy.of(versions.newest(referral), current.get().person());
        ReferralView view = reader.read(referral, version);
        audit.record(ReferralAct.REFERRAL_VERSION_OPENED, object(referral), "version " + version.number);
        return new Edited<>(view, referral.revision);
    }

    private void giveBack(Referral referral, ReferralVersion version, Decision decision) {
        String reason = decision.reason();
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "required");
        }
        if (ProtectedTerms.areIn(reason, protectedSubjects.ofVersion(version.id))) {
            throw Problem.invalid("reason", "tells_protected_subject");
        }
        referral.giveBack(reason);
        version.givenBack();
        audit.record(ReferralAct.REFERRAL_RETURNED, object(referral));
    }

    private void submit(Referral referral, ReferralVersion version, Decision decision) {
        Caller caller = current.get();
        if (decision.digest() == null) {
            throw Problem.invalid("digest", "required");
        }
        referral.require(ReferralStatus.PENDING_APPROVAL, "not_pending");
        FourEyes.require(caller, version.makers());
        masking.mask(version.id);
        // days have passed: a report that was not due at the hand-over may be overdue by now
        requireComplete(referral, version);
        String digest = reader.digest(version);
        if (!digest.equals(decision.digest())) {
            throw Problem.stateConflict("content_changed");
        }
        referral.submit(version.number);
        version.seal(digest, caller.person(), clock.instant());
        versions.flush();
        ledger.disclose(
                new SharedVersion(ObjectKind.REFERRAL_VERSION, version.id, version.owner),
                Audience.participant(directory.fiu().id()),
                new Terms(
                        Purpose.FILING,
                        Objects.requireNonNull(version.legalBasis).name(),
                        version.handling(),
                        null,
                        Objects.requireNonNull(version.handedOverBy),
                        caller.person(),
                        null));
        outbox.put(SUBMITTED, version.id);
        audit.record(ReferralAct.REFERRAL_SUBMITTED, object(referral), digest);
    }

    private void requireComplete(Referral referral, ReferralVersion version) {
        Completeness.require(
                reader.read(referral, version).version(),
                protectedSubjects.ofVersion(version.id),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static AuditedObject object(Referral referral) {
        return new AuditedObject("REFERRAL", referral.id, referral.owner);
    }
}
