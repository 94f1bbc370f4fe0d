package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.FourEyes;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/** From a draft to an edition: handed over, approved by a second person (R8), and out when the cadence lets it. */
@ApplicationScoped
class EditionService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ListRepository repository;
    private final ListReader reader;
    private final Editions editions;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    EditionService(
            CurrentCaller current,
            AccessPolicy policy,
            ListRepository repository,
            ListReader reader,
            Editions editions,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.reader = reader;
        this.editions = editions;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when the draft is no draft, or changes nothing */
    @Transactional
    ListView handOver(UUID id) {
        IdentifierList list = hold(id);
        list.take(ListStep.HAND_OVER);
        if (list.draftDigest.isEmpty()) {
            throw Problem.stateConflict("nothing_changed");
        }
        list.handedOverBy = current.get().person();
        list.returnReason = null;
        notifications.put(new Notification(
                list.owner, null, Permission.IDENTIFIER_LIST_PUBLISH, ListService.KIND, list.id, false));
        audit.record(ListStep.HAND_OVER.act(), ListService.audited(list));
        return reader.view(list);
    }

    /**
     * Lets the draft go out with the next edition, or gives it back.
     *
     * @throws Problem SAME_PERSON when somebody approves who began the list or wrote on it, STATE_CONFLICT when it does not wait for a
     *     decision or is not what was read, INVALID when it is given back without a reason
     */
    @Transactional
    ListView decide(UUID id, DecideOnList command) {
        IdentifierList list = hold(id);
        ListStep step = command.decision() == DecideOnList.Choice.APPROVE ? ListStep.APPROVE : ListStep.RETURN;
        list.take(step);
        String digest = reader.digest(list);
        if (!digest.equals(command.digest())) {
            throw Problem.stateConflict("content_changed");
        }
        if (step == ListStep.APPROVE) {
            approve(list, digest);
        } else {
            giveBack(list, command.reason(), digest);
        }
        return reader.view(list);
    }

    private void approve(IdentifierList list, String digest) {
        Caller caller = current.get();
        FourEyes.require(
                caller,
                Stream.concat(Arrays.stream(list.writtenBy), Stream.of(list.begunBy, list.handedOverBy))
                        .toList());
        list.approvedBy = caller.person();
        audit.record(ListStep.APPROVE.act(), ListService.audited(list), digest);
    }

    private void giveBack(IdentifierList list, @Nullable String reason, String digest) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "required");
        }
        list.returnReason = reason;
        list.handedOverBy = null;
        audit.record(ListStep.RETURN.act(), ListService.audited(list), digest);
    }

    @Transactional
    @NotAudited("finds what is published, and recorded, one by one")
    List<UUID> due() {
        return repository.due(policy.visibility(current.get()), clock.instant());
    }

    /** Makes the edition of a list that is due: of its approved draft, or without what has expired; or none. */
    @Transactional
    void make(UUID id) {
        Instant now = clock.instant();
        IdentifierList list = hold(id);
        if (!list.isDue(now)) {
            return;
        }
        if (list.status == ListStatus.SCHEDULED) {
            editions.publish(list, now);
        } else if (!list.isRecalled() && repository.hasExpired(list, now)) {
            editions.expire(list, now);
        } else {
            list.passed(now);
        }
    }

    private IdentifierList hold(UUID id) {
        return repository.hold(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
    }
}
