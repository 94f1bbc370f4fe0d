package org.simpul.sharing.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ApproveOrDecline;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Handling;
import org.simpul.sharing.OnwardLedger;
import org.simpul.sharing.Received;
import org.simpul.sharing.Terms;
import org.simpul.sharing.Tlp;
import org.simpul.sharing.Visibility;
import org.simpul.sharing.consent.ConsentReader.File;

/** Hands on what was received, under a live consent of its originator, by two persons. */
@ApplicationScoped
@Transactional
public class OnwardService {
    /** What a notification names. */
    static final String KIND = "ONWARD_DISCLOSURE";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ConsentRepository repository;
    private final ConsentReader consents;
    private final OnwardLedger ledger;
    private final ParticipantDirectory directory;
    private final ContentDigests digests;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    OnwardService(
            CurrentCaller current,
            AccessPolicy policy,
            ConsentRepository repository,
            ConsentReader consents,
            OnwardLedger ledger,
            ParticipantDirectory directory,
            ContentDigests digests,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.consents = consents;
        this.ledger = ledger;
        this.directory = directory;
        this.digests = digests;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem INVALID for a consent of another's or of no onward disclosure, for who is not named in it, for looser
     *     handling and for a later end; STATE_CONFLICT when it is not granted, or what it is of is gone
     */
    OnwardView draft(OnwardForm form) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        File file = consents.find(scope, form.consentId())
                .filter(found -> found.consent().owner.equals(caller.participantId())
                        && found.consent().scope == ConsentScope.ONWARD)
                .orElseThrow(() -> Problem.invalid("consent_id", "unknown_value"));
        ConsentDecision grant = live(file);
        Received received = received(file);
        OnwardDisclosure onward = new OnwardDisclosure();
        onward.id = Ids.next();
        onward.owner = caller.participantId();
        onward.consentId = file.consent().id;
        onward.recipients = form.recipients() == null
                ? grant.recipients
                : consents.chosen(form.recipients(), Arrays.asList(grant.recipients))
                        .toArray(UUID[]::new);
        onward.legalBasis = received.legalBasis();
        Handling handling = form.handling() == null ? received.handling() : form.handling();
        requireNoLooser(handling, received.handling());
        onward.tlp = handling.tlp().label();
        onward.pap = handling.pap().label();
        onward.caveats = form.caveats();
        onward.until = form.until() == null ? Objects.requireNonNull(grant.until) : form.until();
        if (onward.until.isAfter(grant.until) || !onward.until.isAfter(clock.instant())) {
            throw Problem.invalid("until", "out_of_range");
        }
        onward.status = OnwardStatus.PENDING_APPROVAL;
        onward.draftedBy = caller.person();
        onward.draftedAt = clock.instant();
        onward.digest = digests.of(List.of(
                onward.consentId, onward.recipients, onward.handling(), String.valueOf(onward.caveats), onward.until));
        repository.getEntityManager().persist(onward);
        repository.flush();
        notifications.put(new Notification(onward.owner, null, Permission.DISCLOSURE_APPROVE, KIND, onward.id, false));
        audit.record(OnwardStep.DRAFT.act(), audited(onward), onward.digest);
        return views(scope, List.of(onward)).get(0);
    }

    Page<OnwardView> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<OnwardDisclosure> rows = Page.of(repository.onward(scope, page), page.size(), row -> row.id);
        audit.record(ConsentAct.ONWARD_DISCLOSURE_LISTED, AuditedObject.list(KIND));
        return new Page<>(views(scope, rows.items()), rows.nextPageToken());
    }

    /** @throws Problem NOT_FOUND */
    OnwardView read(UUID id) {
        Visibility scope = policy.visibility(current.get());
        OnwardDisclosure onward =
                repository.onward(scope, id, LockModeType.NONE).orElseThrow(Problem::notFound);
        audit.record(ConsentAct.ONWARD_DISCLOSURE_READ, audited(onward));
        return views(scope, List.of(onward)).get(0);
    }

    /**
     * @throws Problem NOT_FOUND, SAME_PERSON for who drafted it, VERSION_CHANGED for another digest, INVALID when it is
     *     declined without a reason, STATE_CONFLICT when it was decided on, or the consent or what it is of is gone
     */
    OnwardView decide(UUID id, ApproveOrDecline command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        OnwardDisclosure onward =
                repository.onward(scope, id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
        command.require(onward.digest);
        FourEyes.require(caller, List.of(onward.draftedBy));
        OnwardStep step = command.approves() ? OnwardStep.APPROVE : OnwardStep.DECLINE;
        onward.decide(step, caller, clock.instant());
        if (step == OnwardStep.APPROVE) {
            handOn(scope, onward, caller.person());
        } else {
            onward.reason = command.requireReason();
        }
        repository.flush();
        audit.record(step.act(), audited(onward), onward.digest);
        return views(scope, List.of(onward)).get(0);
    }

    /**
     * Reading ends at once for its recipients, and for whoever they handed it on to.
     *
     * @throws Problem NOT_FOUND, STATE_CONFLICT when it was not handed on, or was taken back
     */
    OnwardView recall(UUID id, RecallOnward command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        OnwardDisclosure onward =
                repository.onward(scope, id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
        onward.recall(caller, clock.instant(), command.reason());
        if (ledger.recall(List.of(onward.disclosures)) == 0) {
            throw Problem.stateConflict("nothing_to_recall");
        }
        repository.flush();
        audit.record(OnwardStep.RECALL.act(), audited(onward));
        return views(scope, List.of(onward)).get(0);
    }

    private void handOn(Visibility scope, OnwardDisclosure onward, UUID approver) {
        File file = consents.find(scope, onward.consentId).orElseThrow(Problem::notFound);
        List<UUID> consented = Arrays.asList(live(file).recipients);
        if (!onward.until.isAfter(clock.instant())) {
            throw Problem.stateConflict("consent_expired");
        }
        Received received = received(file);
        // what it came by may be another row by now, under stricter handling
        requireNoLooser(onward.handling(), received.handling());
        List<UUID> recipients = List.of(onward.recipients);
        Map<UUID, Member> members = directory.byId(recipients);
        for (UUID recipient : recipients) {
            // the originator may have taken it back from one of them since
            if (!consented.contains(recipient)
                    || directory.admitted(members.get(recipient).alias()).isEmpty()) {
                throw Problem.stateConflict("recipient_gone");
            }
        }
        Terms terms = new Terms(
                file.consent().purpose,
                onward.legalBasis,
                onward.handling(),
                caveats(received.caveats(), onward.caveats),
                onward.draftedBy,
                approver,
                clock.instant(),
                onward.until);
        onward.disclosures =
                ledger.handOn(received, onward.consentId, recipients, terms).toArray(UUID[]::new);
    }

    private ConsentDecision live(File file) {
        ConsentStatus status = consents.status(file);
        if (status != ConsentStatus.GRANTED) {
            throw Problem.stateConflict("consent_" + status.name().toLowerCase(Locale.ROOT));
        }
        return file.granted().orElseThrow();
    }

    private Received received(File file) {
        return ledger.received(file.consent().objectKind, file.consent().objectId)
                .orElseThrow(() -> Problem.stateConflict("not_received_any_more"));
    }

    private static void requireNoLooser(Handling handling, Handling parent) {
        if (handling.tlp() == Tlp.RED) {
            throw Problem.invalid("handling.tlp", "red_names_persons");
        }
        // both are declared from the strictest on
        if (handling.tlp().compareTo(parent.tlp()) > 0 || handling.pap().compareTo(parent.pap()) > 0) {
            throw Problem.invalid("handling", "looser_than_received");
        }
    }

    private static @Nullable String caveats(@Nullable String received, @Nullable String own) {
        String both = Stream.of(received, own).filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return both.isEmpty() ? null : both;
    }

    private List<OnwardView> views(Visibility scope, List<OnwardDisclosure> rows) {
        Map<UUID, UUID> objects = repository.objects(
                scope, rows.stream().map(row -> row.consentId).toList());
        Map<UUID, Member> members = directory.byId(
                rows.stream().flatMap(row -> Arrays.stream(row.recipients)).collect(Collectors.toSet()));
        Function<OnwardDisclosure, OnwardView> view = row -> new OnwardView(
                row.id,
                row.status,
                row.consentId,
                objects.get(row.consentId),
                Arrays.stream(row.recipients)
                        .map(id -> members.get(id).name())
                        .sorted()
                        .toList(),
                row.legalBasis,
                row.handling(),
                row.caveats,
                row.until,
                row.digest,
                row.draftedAt,
                row.decidedAt,
                row.reason,
                row.recalledAt,
                row.recallReason);
        return rows.stream().map(view).toList();
    }

    private static AuditedObject audited(OnwardDisclosure onward) {
        return new AuditedObject(KIND, onward.id, onward.owner);
    }
}
