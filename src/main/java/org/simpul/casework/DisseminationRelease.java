package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.Outbox;
import org.simpul.referral.Submissions;
import org.simpul.referral.Urgency;
import org.simpul.referral.basis.BasisUse;
import org.simpul.referral.basis.LegalBases;
import org.simpul.shared.Problem;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Terms;
import org.simpul.sharing.Visibility;

/** The guards that every dissemination passes, whoever releases it, and what its release does. */
@ApplicationScoped
class DisseminationRelease {
    /** Kind of the event of a dissemination that can't wait, with the id of its version. */
    static final String URGENT = "dissemination.urgent";

    /** What was accepted, and not refused, taken back or closed since. */
    private static final Set<IntakeStatus> ACCEPTED =
            Set.of(IntakeStatus.UNDER_ANALYSIS, IntakeStatus.RETAINED, IntakeStatus.DISSEMINATED);

    private final DisseminationRepository repository;
    private final DisseminationReader reader;
    private final IntakeRepository intakes;
    private final Recipients recipients;
    private final DeliveryRepository deliveries;
    private final Supersession supersession;
    private final CarriedDetails carried;
    private final DisseminatedNames names;
    private final Discretion discretion;
    private final Submissions submissions;
    private final LegalBases bases;
    private final Ledger ledger;
    private final Notifications notifications;
    private final Outbox outbox;
    private final CaseworkConfig config;
    private final InstantSource clock;

    DisseminationRelease(
            DisseminationRepository repository,
            DisseminationReader reader,
            IntakeRepository intakes,
            Recipients recipients,
            DeliveryRepository deliveries,
            Supersession supersession,
            CarriedDetails carried,
            DisseminatedNames names,
            Discretion discretion,
            Submissions submissions,
            LegalBases bases,
            Ledger ledger,
            Notifications notifications,
            Outbox outbox,
            CaseworkConfig config,
            InstantSource clock) {
        this.repository = repository;
        this.reader = reader;
        this.intakes = intakes;
        this.recipients = recipients;
        this.deliveries = deliveries;
        this.supersession = supersession;
        this.carried = carried;
        this.names = names;
        this.discretion = discretion;
        this.submissions = submissions;
        this.bases = bases;
        this.ledger = ledger;
        this.notifications = notifications;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** As the other one, from accepted intakes. */
    void requireReady(Visibility scope, Dissemination file, DisseminationVersion version) {
        requireReady(scope, file, version, ACCEPTED);
    }

    /**
     * @param open the statuses from which a source may be given on
     * @throws Problem INCOMPLETE without a recipient or when it tells who is protected by now, STATE_CONFLICT when it holds
     *     rows of a superseded submission or of an intake that is not open, or a recipient is gone
     */
    void requireReady(Visibility scope, Dissemination file, DisseminationVersion version, Set<IntakeStatus> open) {
        if (recipients.of(version).isEmpty()) {
            throw Problem.incomplete(List.of(new Problem.Violation("recipients", "empty_audience")));
        }
        // what a later version protects, or takes back, is not given on from an earlier one; the intake may lag behind
        if (!repository.sources(version).stream().allMatch(submissions::isNewest)) {
            throw Problem.stateConflict("source_superseded");
        }
        List<Intake> from = intakes.lockSources(scope, version);
        // they may have been refused or taken back since the draft was written
        if (!from.stream().allMatch(intake -> open.contains(intake.status))) {
            throw Problem.stateConflict("source_not_open");
        }
        if (from.stream().anyMatch(intake -> intake.protectionPending)) {
            throw Problem.stateConflict("source_protection_pending");
        }
        // it may have been retired since the draft was written; what was handed over before, and a P1, goes all the
        // same
        boolean goes = file.status == DisseminationStatus.PENDING_APPROVAL || isUrgent(from);
        if (!(goes
                ? bases.wasApproved(version.legalBasis, BasisUse.DISSEMINATION)
                : bases.isApproved(version.legalBasis, BasisUse.DISSEMINATION))) {
            throw Problem.incomplete(List.of(new Problem.Violation("legal_basis", "unknown_legal_basis")));
        }
        // who was not protected when the draft was written may be so by now, in a submission that no row came from
        List<Problem.Violation> telling =
                discretion.violations(version, discretion.keptBy(intakes.everOfCase(scope, file.caseId)));
        if (!telling.isEmpty()) {
            throw Problem.incomplete(telling);
        }
        recipients.requirePresent(version);
    }

    /** Seals it after a second person's approval. */
    void approved(Visibility scope, Dissemination file, DisseminationVersion version, UUID approver) {
        version.approvedBy = approver;
        release(scope, file, version, version.writtenBy[0], approver, null);
    }

    /**
     * Seals it with nobody's approval, under an act that is reviewed afterwards.
     *
     * @param behind who stands for it in the ledger beside {@code preparedBy}; null where nobody does
     */
    void alone(
            Visibility scope,
            Dissemination file,
            DisseminationVersion version,
            UUID aloneAct,
            UUID preparedBy,
            @Nullable UUID behind) {
        version.digest = reader.digest(version);
        release(scope, file, version, preparedBy, behind, aloneAct);
    }

    private void release(
            Visibility scope,
            Dissemination file,
            DisseminationVersion version,
            UUID preparedBy,
            @Nullable UUID approvedBy,
            @Nullable UUID aloneAct) {
        carried.carry(version, recipients.of(version));
        names.write(version);
        version.aloneActId = aloneAct;
        version.sealedAt = clock.instant();
        version.revision++;
        repository.flush();
        disclose(
                version,
                new Terms(
                        version.purpose,
                        version.legalBasis,
                        version.handling(),
                        version.caveats,
                        preparedBy,
                        approvedBy,
                        version.sealedAt,
                        null));
        supersession.by(version);
        file.status = DisseminationStatus.DISSEMINATED;
        if (isUrgent(scope, version)) {
            outbox.put(URGENT, version.id);
        } else {
            notifications.put(recipients.of(version).stream()
                    .map(recipient -> new Notification(
                            recipient.participantId,
                            recipient.personId,
                            Permission.DISSEMINATION_READ,
                            UrgentDisseminations.KIND,
                            version.id,
                            false))
                    .toList());
        }
    }

    /** As urgent as the most urgent referral that a row came from. */
    boolean isUrgent(Visibility scope, DisseminationVersion version) {
        return isUrgent(intakes.lockSources(scope, version));
    }

    private static boolean isUrgent(List<Intake> sources) {
        return sources.stream().anyMatch(intake -> intake.urgency == Urgency.P1);
    }

    /** Each recipient by a row of its own: a recall from one is not a recall from another. */
    private void disclose(DisseminationVersion version, Terms terms) {
        SharedVersion shared = new SharedVersion(ObjectKind.DISSEMINATION_VERSION, version.id, version.owner);
        for (DisseminationRecipient recipient : recipients.of(version)) {
            ledger.disclose(shared, recipient.audience(), terms);
            deliveries.settleEarlier(version, recipient);
            DisseminationDelivery delivery = DisseminationDelivery.of(
                    recipient, Objects.requireNonNull(version.sealedAt), config.outcomeDueAfter());
            if (version.egmontReference != null) {
                // a foreign FIU tells no outcome
                delivery.settled();
            }
            deliveries.persist(delivery);
        }
    }
}
