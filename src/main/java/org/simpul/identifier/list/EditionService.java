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
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantKind;
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
    private final ListRecallRepository recalls;
    private final ListReader reader;
    private final ParticipantDirectory directory;
    private final Editions editions;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    EditionService(
            CurrentCaller current,
            AccessPolicy policy,
            ListRepository repository,
            ListRecallRepository recalls,
            ListReader reader,
            ParticipantDirectory directory,
            Editions editions,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.recalls = recalls;
        this.reader = reader;
        this.directory = directory;
        this.editions = editions;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when the draft is no draft, changes nothing, or would leave the country */
    @Transactional
    ListView handOver(UUID id) {
        IdentifierList list = hold(id);
        list.take(ListStep.HAND_OVER);
        requireInside(list);
        if (list.draftDigest.isEmpty()) {
            throw Problem.stateConflict("nothing_changed");
        }
        if (list.edition > 0 && !list.isOut(recalls.upTo(list))) {
            list.wrote(writersOfTheNewest(list));
        }
        list.handedOverBy = current.get().person();
        list.returnReason = null;
        notifications.put(new Notification(
                list.owner, null, Permission.IDENTIFIER_LIST_PUBLISH, ListService.KIND, list.id, false));
        audit.record(ListStep.HAND_OVER.act(), ListService.audited(list));
        return reader.view(list);
    }

    /** Who wrote what was recalled lets none of it go out again. */
    private List<UUID> writersOfTheNewest(IdentifierList list) {
        return repository
                .newest(policy.visibility(current.get()), list.id)
                .map(edition -> List.of(edition.writtenBy))
                .orElseThrow(() -> new IllegalStateException("what was recalled was published"));
    }

    /**
     * Lets the draft go out with the next edition, or gives it back; what was approved is given back until it is out.
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
        requireInside(list);
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
        list.approvedBy = null;
        audit.record(ListStep.RETURN.act(), ListService.audited(list), digest);
    }

    @Transactional
    @NotAudited("finds what is published, and recorded, one by one")
    List<UUID> due() {
        return repository.due(policy.visibility(current.get()), clock.instant()).stream()
                .filter(this::staysInside)
                .map(list -> list.id)
                .toList();
    }

    private void requireInside(IdentifierList list) {
        if (!staysInside(list)) {
            throw Problem.stateConflict("list_stays_inside");
        }
    }

    /** Lists that were begun before that was asked may name a group, or institutions abroad. */
    private boolean staysInside(IdentifierList list) {
        return list.audienceGroups.length == 0
                && !list.audience().communities().contains(ParticipantKind.FOREIGN_FIU)
                && directory.byId(list.audience().participants()).values().stream()
                        .noneMatch(member -> member.kind() == ParticipantKind.FOREIGN_FIU);
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
        } else if (list.isOut(recalls.upTo(list)) && repository.hasExpired(list, now)) {
            editions.expire(list, now);
        } else {
            list.passed(now);
        }
    }

    private IdentifierList hold(UUID id) {
        recalls.holdStill(current.get().participantId(), id);
        return repository.hold(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
    }
}
