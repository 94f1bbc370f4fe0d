package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Permission;
import org.simpul.access.Purpose;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.Outbox;
import org.simpul.safeguard.ProtectedSubjects;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Terms;
import org.simpul.urgency.ActAlone;
import org.simpul.urgency.AloneActs;
import org.simpul.urgency.AloneKind;
import org.simpul.urgency.DoneAlone;

/** The road of a draft to the FIU: handed over, decided by a second person, sealed, disclosed; and begun again. */
@ApplicationScoped
class SubmissionService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final OpenDrafts drafts;
    private final ReferralRepository referrals;
    private final VersionRepository versions;
    private final VersionCopy copy;
    private final ProtectedSubjects protectedSubjects;
    private final Masking masking;
    private final CompletenessReader completeness;
    private final ReferralReader reader;
    private final Ledger ledger;
    private final ParticipantDirectory directory;
    private final AloneActs aloneActs;
    private final Outbox outbox;
    private final Notifications notifications;
    private final SharedNameRepository names;
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
            CompletenessReader completeness,
            ReferralReader reader,
            Ledger ledger,
            ParticipantDirectory directory,
            AloneActs aloneActs,
            Outbox outbox,
            Notifications notifications,
            SharedNameRepository names,
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
        this.completeness = completeness;
        this.reader = reader;
        this.ledger = ledger;
        this.directory = directory;
        this.aloneActs = aloneActs;
        this.outbox = outbox;
        this.notifications = notifications;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    /** Freezes a complete draft until it is decided on. */
    @Transactional
    Edited<ReferralView> handOver(UUID referralId) {
        Referral referral = drafts.hold(referralId);
        referral.handOver(current.get(), clock.instant());
        ReferralVersion version = versions.newest(referral);
        masking.mask(version.id);
        completeness.of(version).require();
        version.handedOver(current.get().person(), reader.digest(version));
        ReferralView view = reader.read(referral, version);
        notifications.put(new Notification(
                referral.owner,
                null,
                Permission.REFERRAL_SUBMIT,
                "REFERRAL",
                referral.id,
                version.urgency == Urgency.P1));
        audit.record(
                ReferralTransition.HAND_OVER.act(),
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

    /**
     * From a draft, or from what waits for approval, to the FIU without waiting for the second person, who reviews it afterwards; the guards of a submission
     * hold as ever.
     *
     * @throws Problem NOT_FOUND, VERSION_CHANGED, STATE_CONFLICT when it is submitted or no P1, INCOMPLETE
     */
    @Transactional
    Edited<ReferralView> submitAlone(UUID referralId, @Nullable String ifMatch, ActAlone command) {
        Referral referral = drafts.hold(referralId);
        referral.require(referral.aloneEdge());
        EntityTags.requireMatch(ifMatch, referral.revision);
        ReferralVersion version = versions.newest(referral);
        if (version.urgency != Urgency.P1) {
            throw Problem.stateConflict("not_p1");
        }
        if (ProtectedTerms.areIn(command.reason(), protectedSubjects.ofVersion(version.id))) {
            throw Problem.invalid("reason", "tells_protected_subject");
        }
        masking.mask(version.id);
        completeness.of(version).require();
        String digest = reader.digest(version);
        UUID act = aloneActs.begin(
                AloneKind.SUBMISSION,
                referral.id,
                referral.owner,
                command,
                new DoneAlone(version.makers(), digest, referral.returnReason));
        ReferralTransition edge = referral.submitAlone(version.number, current.get(), clock.instant());
        names.write(version);
        version.sealAlone(digest, current.get().person(), act, clock.instant());
        disclose(version, null);
        told(edge, referral, version, digest);
        return new Edited<>(reader.read(referral, version), referral.revision);
    }

    /** Opens the next version with what the last one says; it takes the same road. */
    @Transactional
    Edited<ReferralView> openVersion(UUID referralId) {
        Referral referral = drafts.hold(referralId);
        referral.reopen(current.get(), clock.instant());
        ReferralVersion version =
                copy.of(versions.newest(referral), current.get().person());
        ReferralView view = reader.read(referral, version);
        audit.record(ReferralTransition.OPEN_VERSION.act(), object(referral), "version " + version.number);
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
        referral.giveBack(reason, current.get(), clock.instant());
        version.givenBack();
        audit.record(ReferralTransition.RETURN.act(), object(referral));
    }

    private void submit(Referral referral, ReferralVersion version, Decision decision) {
        Caller caller = current.get();
        if (decision.digest() == null) {
            throw Problem.invalid("digest", "required");
        }
        if (referral.status != ReferralStatus.PENDING_APPROVAL) {
            throw Problem.stateConflict(ReferralTransition.SUBMIT.refusal());
        }
        FourEyes.require(caller, version.makers());
        masking.mask(version.id);
        // days have passed: a report that was not due at the hand-over may be overdue by now
        completeness.of(version).require();
        String digest = reader.digest(version);
        if (!digest.equals(decision.digest())) {
            throw Problem.stateConflict("content_changed");
        }
        ReferralTransition edge = referral.submit(version.number, caller, clock.instant());
        names.write(version);
        version.seal(digest, caller.person(), clock.instant());
        disclose(version, caller.person());
        told(edge, referral, version, digest);
    }

    private void disclose(ReferralVersion version, @Nullable UUID approver) {
        versions.flush();
        ledger.disclose(
                new SharedVersion(ObjectKind.REFERRAL_VERSION, version.id, version.owner),
                Audience.participant(directory.fiu().id()),
                new Terms(
                        Purpose.FILING,
                        Objects.requireNonNull(version.legalBasis),
                        version.handling(),
                        null,
                        Objects.requireNonNull(version.handedOverBy),
                        approver,
                        version.sealedAt,
                        null));
    }

    private void told(ReferralTransition edge, Referral referral, ReferralVersion version, String digest) {
        edge.event().ifPresent(event -> outbox.put(event, version.id));
        audit.record(edge.act(), object(referral), digest);
    }

    private static AuditedObject object(Referral referral) {
        return new AuditedObject("REFERRAL", referral.id, referral.owner);
    }
}
