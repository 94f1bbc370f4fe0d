package org.simpul.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.ApproveOrDecline;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.NotifiedObjects.NotifiedObject;
import org.simpul.outbox.NotifiedRooms;
import org.simpul.shared.ContentDigests;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/**
 * What must be kept whatever its period says: drafted by one person and set by another, lifted likewise. It is the FIU's
 * own: whoever's object it is learns nothing of it.
 */
@ApplicationScoped
@Transactional
public class LegalHoldService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final LegalHoldRepository holds;
    private final NotifiedRooms rooms;
    private final ContentDigests digests;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    LegalHoldService(
            CurrentCaller current,
            AccessPolicy policy,
            LegalHoldRepository holds,
            NotifiedRooms rooms,
            ContentDigests digests,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.holds = holds;
        this.rooms = rooms;
        this.digests = digests;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem INVALID for an object that is not seen, and a review that does not lie ahead */
    LegalHoldView draft(DraftLegalHold form) {
        Caller caller = current.get();
        requireAhead(form.reviewOn());
        requireSeen(form.object());
        LegalHold hold = LegalHold.of(form, caller, clock.instant());
        holds.persistAndFlush(hold);
        // it has waited for the portion that a purge was at
        requireSeen(form.object());
        tell(hold);
        return done(hold, LegalHoldStep.DRAFT);
    }

    private void requireSeen(HeldObject object) {
        if (rooms.seen(object.kind().notified(), Set.of(object.id())).isEmpty()) {
            throw Problem.invalid("object.id", "legal_hold_object_unknown");
        }
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is not set */
    LegalHoldView askLifting(UUID id, AskLifting command) {
        LegalHold hold = find(id, LockModeType.PESSIMISTIC_WRITE);
        hold.askLifting(command.reason(), current.get());
        tell(hold);
        return done(hold, LegalHoldStep.ASK_LIFTING);
    }

    /**
     * Of a draft whether it is set, of one whose lifting was asked for whether it is lifted.
     *
     * @throws Problem NOT_FOUND, INVALID to decline without a reason, STATE_CONFLICT when nothing waits, VERSION_CHANGED,
     *     SAME_PERSON for who asked for what is decided on
     */
    LegalHoldView decide(UUID id, ApproveOrDecline command) {
        command.requireReason();
        LegalHold hold = find(id, LockModeType.PESSIMISTIC_WRITE);
        LegalHoldStep step = LegalHoldStep.of(hold.status, command.approves());
        if (!step.leavesFrom(hold.status)) {
            throw Problem.stateConflict("legal_hold_step_not_open");
        }
        command.require(digest(hold));
        hold.decide(step, command.reason(), current.get(), clock.instant());
        return done(hold, step);
    }

    /** @throws Problem NOT_FOUND, INVALID for a day that does not lie ahead, STATE_CONFLICT when it is not set */
    LegalHoldView review(UUID id, ReviewLegalHold command) {
        requireAhead(command.reviewOn());
        LegalHold hold = find(id, LockModeType.PESSIMISTIC_WRITE);
        hold.take(LegalHoldStep.REVIEW);
        hold.reviewOn = command.reviewOn();
        return done(hold, LegalHoldStep.REVIEW);
    }

    LegalHoldView read(UUID id) {
        LegalHold hold = find(id, LockModeType.NONE);
        audit.record(RetentionAct.LEGAL_HOLD_READ, hold.audited());
        return view(hold);
    }

    /** Those whose object the caller sees: the database leaves the others out, and so does this. */
    Page<LegalHoldView> list(PageRequest page) {
        Page<LegalHold> rows =
                Page.of(holds.newest(policy.visibility(current.get()), page), page.size(), hold -> hold.id);
        Set<NotifiedObject> seen =
                rooms.seen(rows.items().stream().map(LegalHold::object).collect(Collectors.toSet()));
        audit.record(RetentionAct.LEGAL_HOLD_LISTED, AuditedObject.list(LegalHold.KIND));
        return new Page<>(
                rows.items().stream()
                        .filter(hold -> seen.contains(hold.object()))
                        .map(this::view)
                        .toList(),
                rows.nextPageToken());
    }

    private LegalHold find(UUID id, LockModeType lock) {
        Visibility scope = policy.visibility(current.get());
        return holds.find(scope, id, lock)
                .filter(hold -> !rooms.seen(Set.of(hold.object())).isEmpty())
                .orElseThrow(Problem::notFound);
    }

    private void requireAhead(LocalDate day) {
        if (!day.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            throw Problem.invalid("review_on", "legal_hold_review_ahead");
        }
    }

    private void tell(LegalHold hold) {
        notifications.put(
                new Notification(hold.owner, null, Permission.LEGAL_HOLD_SET, LegalHold.KIND, hold.id, false));
    }

    private LegalHoldView done(LegalHold hold, LegalHoldStep step) {
        holds.flush();
        String digest = digest(hold);
        audit.record(step.act(), hold.audited(), digest);
        return LegalHoldView.of(hold, digest);
    }

    private LegalHoldView view(LegalHold hold) {
        return LegalHoldView.of(hold, digest(hold));
    }

    private String digest(LegalHold hold) {
        return digests.of(LegalHoldView.of(hold, null));
    }
}
