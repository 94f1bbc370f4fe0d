package org.simpul.sharing.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.OnwardLedger;
import org.simpul.sharing.Received;
import org.simpul.sharing.Visibility;
import org.simpul.sharing.consent.ConsentDecision.Outcome;
import org.simpul.sharing.consent.ConsentReader.File;

/**
 * Consent of an authority whose material somebody received: asked for by the recipient, answered by the originator, and
 * known to nobody else.
 */
@ApplicationScoped
@Transactional
public class ConsentService {
    /** What a notification names. */
    static final String KIND = "CONSENT";

    private static final Duration LONGEST = Duration.ofDays(731);

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ConsentRepository repository;
    private final ConsentReader reader;
    private final OnwardLedger ledger;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    ConsentService(
            CurrentCaller current,
            AccessPolicy policy,
            ConsentRepository repository,
            ConsentReader reader,
            OnwardLedger ledger,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.reader = reader;
        this.ledger = ledger;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Problem INVALID for what one's institution has not received, for an end that is past or too far, and for who
     *     is no authority; STATE_CONFLICT for what reached one person by name
     */
    ConsentView request(ConsentForm form) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Received received = ledger.received(ObjectKind.DISSEMINATION_VERSION, form.disseminationId())
                .filter(found -> reader.isAuthority(found.version().owner()))
                .orElseThrow(() -> Problem.invalid("dissemination_id", "unknown_value"));
        if (received.named()) {
            throw Problem.stateConflict("named_goes_no_further");
        }
        Instant now = clock.instant();
        if (!form.until().isAfter(now) || form.until().isAfter(now.plus(LONGEST))) {
            throw Problem.invalid("until", "out_of_range");
        }
        Consent consent = new Consent();
        consent.id = Ids.next();
        consent.owner = caller.participantId();
        consent.objectKind = received.version().kind();
        consent.objectId = received.version().id();
        consent.objectOwner = received.version().owner();
        consent.scope = form.scope();
        consent.recipients = reader.authorities(form.aliases(), Set.of(consent.owner, consent.objectOwner))
                .toArray(UUID[]::new);
        consent.purpose = form.purpose();
        consent.reason = form.reason();
        consent.until = form.until();
        consent.askedBy = caller.person();
        consent.askedAt = now;
        repository.persistAndFlush(consent);
        notifications.put(
                new Notification(consent.objectOwner, null, Permission.CONSENT_DECIDE, KIND, consent.id, false));
        return done(scope, consent, ConsentStep.REQUEST);
    }

    /** What the caller's institution asked for, and what is asked of it; newest first. */
    Page<ConsentView> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<Consent> rows = Page.of(repository.newest(scope, page), page.size(), row -> row.id);
        audit.record(ConsentAct.CONSENT_LISTED, AuditedObject.list(KIND));
        return new Page<>(reader.views(scope, rows.items()), rows.nextPageToken());
    }

    /** @throws Problem NOT_FOUND */
    ConsentView read(UUID id) {
        Visibility scope = policy.visibility(current.get());
        Consent consent = repository.find(scope, id).orElseThrow(Problem::notFound);
        audit.record(ConsentAct.CONSENT_READ, audited(consent));
        return reader.views(scope, List.of(consent)).get(0);
    }

    /**
     * @throws Problem NOT_FOUND for all but the originator, STATE_CONFLICT when it was decided on or is over, INVALID for
     *     more than was asked for, and for a denial without a reason
     */
    ConsentView decide(UUID id, DecideOnConsent command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        File file = toDecide(caller, scope, id);
        Consent consent = file.consent();
        boolean granted = command.decision() == DecideOnConsent.Decision.GRANT;
        ConsentStep step = granted ? ConsentStep.GRANT : ConsentStep.DENY;
        require(file, step);
        ConsentDecision row = ConsentDecision.on(
                consent,
                granted ? Outcome.GRANTED : Outcome.DENIED,
                caller,
                granted ? null : command.requiredReason(),
                clock.instant());
        if (granted) {
            narrow(consent, command, row);
        }
        return said(scope, consent, row, step);
    }

    /** What hangs on it is recalled in the same transaction, with everything below; exports are refused from then on. */
    ConsentView revoke(UUID id, RevokeConsent command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        File file = toDecide(caller, scope, id);
        require(file, ConsentStep.REVOKE);
        Consent consent = file.consent();
        ConsentDecision row = ConsentDecision.on(consent, Outcome.REVOKED, caller, command.reason(), clock.instant());
        ConsentView view = said(scope, consent, row, ConsentStep.REVOKE);
        ledger.endedWith(consent.id, consent.version());
        return view;
    }

    private void narrow(Consent consent, DecideOnConsent command, ConsentDecision row) {
        row.until = command.until() == null ? consent.until : command.until();
        if (row.until.isAfter(consent.until) || !row.until.isAfter(row.at)) {
            throw Problem.invalid("until", "out_of_range");
        }
        row.conditions = command.conditions();
        row.recipients = command.recipients() == null
                ? consent.recipients
                : reader.chosen(command.recipients(), Arrays.asList(consent.recipients))
                        .toArray(UUID[]::new);
        if (consent.scope == ConsentScope.ONWARD && row.recipients.length == 0) {
            throw Problem.invalid("recipients", "empty_audience");
        }
    }

    private File toDecide(Caller caller, Visibility scope, UUID id) {
        repository.holdStill(id);
        File file = reader.find(scope, id).orElseThrow(Problem::notFound);
        policy.requireOwner(caller, file.consent().objectOwner);
        FourEyes.require(caller, List.of(file.consent().askedBy));
        return file;
    }

    private void require(File file, ConsentStep step) {
        if (!step.leavesFrom(reader.status(file))) {
            throw Problem.stateConflict("consent_" + reader.status(file).name().toLowerCase(Locale.ROOT));
        }
    }

    private ConsentView said(Visibility scope, Consent consent, ConsentDecision row, ConsentStep step) {
        repository.getEntityManager().persist(row);
        repository.flush();
        notifications.put(new Notification(consent.owner, null, Permission.CONSENT_REQUEST, KIND, consent.id, false));
        return done(scope, consent, step);
    }

    private ConsentView done(Visibility scope, Consent consent, ConsentStep step) {
        ConsentView view = reader.views(scope, List.of(consent)).get(0);
        audit.record(step.act(), audited(consent));
        return view;
    }

    private static AuditedObject audited(Consent consent) {
        return new AuditedObject(KIND, consent.id, consent.owner);
    }
}
