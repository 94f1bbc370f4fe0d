package org.simpul.hold;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Permission;
import org.simpul.access.Purpose;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.sharing.Audience;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Terms;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.BusinessCalendar;

/** Seals a version, sets the clock of its hold, and discloses it to the other side. */
@ApplicationScoped
class HoldSeal {
    private final HoldRepository repository;
    private final HoldConfig config;
    private final HoldForms forms;
    private final BusinessCalendar calendar;
    private final Ledger ledger;
    private final ParticipantDirectory directory;
    private final Notifications notifications;
    private final InstantSource clock;

    HoldSeal(
            HoldRepository repository,
            HoldConfig config,
            HoldForms forms,
            BusinessCalendar calendar,
            Ledger ledger,
            ParticipantDirectory directory,
            Notifications notifications,
            InstantSource clock) {
        this.repository = repository;
        this.config = config;
        this.forms = forms;
        this.calendar = calendar;
        this.ledger = ledger;
        this.directory = directory;
        this.notifications = notifications;
        this.clock = clock;
    }

    /**
     * An own hold, for a change.
     *
     * @throws Problem NOT_FOUND when it is not there; STATE_CONFLICT for one of the other side that is seen: it is its
     *     owner's to change
     */
    Hold own(Visibility scope, UUID id) {
        return repository
                .lock(scope, id)
                .orElseThrow(() -> repository.seen(scope, List.of(id)).isEmpty()
                        ? Problem.notFound()
                        : Problem.stateConflict("hold_of_the_other_side"));
    }

    /**
     * @param hold in the status that the version leads to
     * @param approver null for what an agency records
     * @throws Problem STATE_CONFLICT when its time is over, or the letter is another hold's by now
     */
    void close(Visibility scope, Hold hold, HoldVersion version, @Nullable UUID approver) {
        Instant now = clock.instant();
        forms.requireOwnLetter(version);
        if (version.startsAt == null) {
            version.startsAt = now;
        }
        version.endsAt = end(hold, version, now);
        version.approvedBy = approver;
        version.sealedAt = now;
        version.place = Ids.next();
        hold.endsAt = version.endsAt;
        hold.warnedAt = null;
        hold.returnReason = null;
        hold.lookAt = lookAt(scope, hold, version, now);
        disclose(hold, version, approver);
        tellOther(hold, true);
    }

    private void disclose(Hold hold, HoldVersion version, @Nullable UUID approver) {
        SharedVersion shared = new SharedVersion(ObjectKind.HOLD_VERSION, version.id, version.owner);
        Terms terms = new Terms(
                Purpose.MONEY_LAUNDERING,
                version.legalBasis,
                HoldReader.handling(version),
                null,
                version.writtenBy[0],
                approver,
                version.sealedAt,
                null);
        if (version.step == VersionStep.RELEASE) {
            ledger.discloseEnd(shared, hold.counterparty, terms);
        } else {
            ledger.disclose(shared, Audience.participant(hold.counterparty), terms);
        }
    }

    private Instant end(Hold hold, HoldVersion version, Instant now) {
        return switch (version.step) {
            case REQUEST -> future(calendar.endOfWorkingDay(version.startsAt, version.workingDays), now);
            // the days of an extension follow the last day of what it extends
            case EXTENSION -> calendar.endOfWorkingDay(future(hold.endsAt, now).minusSeconds(1), version.workingDays);
            case RELEASE -> hold.endsAt.isBefore(now) ? hold.endsAt : now;
        };
    }

    private static Instant future(Instant end, Instant now) {
        if (!end.isAfter(now)) {
            throw Problem.stateConflict("hold_is_over");
        }
        return end;
    }

    private @Nullable Instant lookAt(Visibility scope, Hold hold, HoldVersion version, Instant now) {
        if (version.step == VersionStep.RELEASE) {
            return awaitsRelease(scope, hold) && isAsked(hold) ? now.plus(config.releaseWithin()) : null;
        }
        return hold.endsAt.minus(config.warnBefore());
    }

    /** Once; where it crossed the release, or the end, somebody still has to say that the money is free. */
    void executed(Hold hold, Instant at) {
        if (hold.executedAt == null) {
            hold.executedAt = at;
            if (!hold.isRunning() && hold.kind != HoldKind.KEEP_OPEN) {
                hold.lookAt = clock.instant().plus(config.releaseWithin());
            }
        }
    }

    /** Whether somebody still has to say that the money is released. */
    boolean awaitsRelease(Visibility scope, Hold hold) {
        if (hold.kind == HoldKind.KEEP_OPEN) {
            return false;
        }
        return !isAsked(hold)
                || hold.executedAt != null
                        && !HoldReader.has(repository.answers(scope, List.of(hold.id)), AnswerKind.RELEASED);
    }

    /** Asked of an institution by the FIU, and not told to the FIU. */
    private boolean isAsked(Hold hold) {
        return !hold.counterparty.equals(directory.fiu().id());
    }

    /** Each side hears that there is something; what it is, it reads in its own terms. */
    void tellBoth(Hold hold, boolean urgent) {
        tell(hold, hold.owner, hold.kind == HoldKind.INVESTIGATOR_ORDER ? Permission.HOLD_RECORD : ours(hold), urgent);
        tellOther(hold, urgent);
    }

    void tellOther(Hold hold, boolean urgent) {
        tell(hold, hold.counterparty, isAsked(hold) ? Permission.HOLD_READ : Permission.HOLD_DRAFT, urgent);
    }

    void tellOwner(Hold hold, Permission permission, boolean urgent) {
        tell(hold, hold.owner, permission, urgent);
    }

    /** An agency keeps an account open by a record as well. */
    private Permission ours(Hold hold) {
        boolean byAnAgency = hold.kind == HoldKind.KEEP_OPEN && !isAsked(hold);
        return byAnAgency ? Permission.HOLD_RECORD : Permission.HOLD_DRAFT;
    }

    private void tell(Hold hold, UUID to, Permission permission, boolean urgent) {
        notifications.put(new Notification(to, null, permission, HoldService.KIND, hold.id, urgent));
    }
}
