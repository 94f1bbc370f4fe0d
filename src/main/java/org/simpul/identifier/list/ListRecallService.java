package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
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
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Visibility;

/** Takes back what went out of a list, at once and as a whole: proposed, and agreed to by a second person (R8). */
@ApplicationScoped
class ListRecallService {
    static final String NOTICE = "IDENTIFIER_LIST_RECALL";

    /** What the ledger keeps, alike for all: the reason stays with the recall. */
    private static final String IN_THE_LEDGER = "LIST_RECALLED";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ListRepository lists;
    private final ListRecallRepository repository;
    private final Ledger ledger;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    ListRecallService(
            CurrentCaller current,
            AccessPolicy policy,
            ListRepository lists,
            ListRecallRepository repository,
            Ledger ledger,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.lists = lists;
        this.repository = repository;
        this.ledger = ledger;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when nothing of it is out, or its recall is proposed already */
    @Transactional
    ListRecallView propose(UUID listId, ProposeListRecall command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        IdentifierList list = lists.own(scope, listId).orElseThrow(Problem::notFound);
        if (!list.isOut(repository.upTo(list))) {
            throw Problem.stateConflict("list_not_out");
        }
        if (repository.open(scope, listId).isPresent()) {
            throw Problem.stateConflict("list_recall_proposed");
        }
        ListRecall recall = new ListRecall();
        recall.id = Ids.next();
        recall.owner = list.owner;
        recall.listId = listId;
        recall.edition = list.edition;
        recall.reason = command.reason();
        recall.proposedBy = caller.person();
        recall.proposedAt = clock.instant();
        try {
            repository.persistAndFlush(recall);
        } catch (ConstraintViolationException e) {
            // somebody has proposed it at the same time
            throw Problem.stateConflict("list_recall_proposed");
        }
        notifications.put(
                new Notification(list.owner, null, Permission.DISCLOSURE_RECALL, ListService.KIND, listId, true));
        audit.record(ListAct.LIST_RECALL_PROPOSED, ListService.audited(list), recall.id.toString());
        return ListRecallView.of(recall);
    }

    /** @throws Problem NOT_FOUND for a list that the caller does not own */
    @Transactional
    Page<ListRecallView> list(UUID listId, PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        IdentifierList list = lists.own(scope, listId).orElseThrow(Problem::notFound);
        audit.record(ListAct.LIST_RECALLS_READ, ListService.audited(list));
        return Page.of(repository.of(scope, listId, page), page.size(), recall -> recall.id)
                .map(ListRecallView::of);
    }

    /**
     * Takes all editions back, or declines to, as who proposed it may; a file that goes into the list delays neither.
     *
     * @throws Problem NOT_FOUND, SAME_PERSON when who proposed it approves it, STATE_CONFLICT when it does not wait for a
     *     decision or an edition has gone out since it was proposed, INVALID when it is declined without a reason
     */
    @Transactional
    ListRecallView decide(UUID listId, DecideOnListRecall command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        repository.holdStill(caller.participantId(), listId);
        IdentifierList list = lists.own(scope, listId).orElseThrow(Problem::notFound);
        ListRecall recall = repository
                .open(scope, listId)
                .filter(open -> open.id.equals(command.recallId()))
                .orElseThrow(() -> Problem.stateConflict("not_pending"));
        Instant now = clock.instant();
        if (command.decision() == DecideOnListRecall.Choice.APPROVE) {
            FourEyes.require(caller, List.of(recall.proposedBy));
            if (command.edition() != recall.edition || recall.edition != list.edition) {
                throw Problem.stateConflict("content_changed");
            }
            int before = repository.upTo(list);
            decided(recall, ListRecallStatus.RECALLED, caller, now);
            repository.flush();
            takeBack(list, recall, before, now);
        } else {
            if (command.reason() == null || command.reason().isBlank()) {
                throw Problem.invalid("reason", "required");
            }
            decided(recall, ListRecallStatus.DECLINED, caller, now);
            recall.declineReason = command.reason();
            audit.record(ListAct.LIST_RECALL_DECLINED, ListService.audited(list), recall.id.toString());
        }
        repository.flush();
        return ListRecallView.of(recall);
    }

    private static void decided(ListRecall recall, ListRecallStatus status, Caller caller, Instant now) {
        recall.status = status;
        recall.decidedBy = caller.person();
        recall.decidedAt = now;
    }

    /** @param before up to which edition everything was taken back already */
    private void takeBack(IdentifierList list, ListRecall recall, int before, Instant now) {
        List<SharedVersion> editions = lists.editions(list, before).stream()
                .map(edition -> new SharedVersion(ObjectKind.IDENTIFIER_LIST_EDITION, edition.id, edition.owner))
                .toList();
        List<ListRecallNotice> notices = ledger.reached(editions).stream()
                .filter(recipient -> !recipient.equals(list.owner))
                .map(recipient -> notice(list, recall, recipient, now))
                .toList();
        ledger.recall(editions, IN_THE_LEDGER);
        list.recalled();
        repository.add(notices);
        notifications.put(notices.stream()
                .map(notice ->
                        new Notification(notice.objectOwner, null, Permission.IDENTIFIER_READ, NOTICE, notice.id, true))
                .toList());
        audit.record(
                ListStep.RECALL.act(),
                ListService.audited(list),
                "%s, edition %d".formatted(recall.id, recall.edition));
    }

    private static ListRecallNotice notice(IdentifierList list, ListRecall recall, UUID recipient, Instant now) {
        ListRecallNotice notice = new ListRecallNotice();
        notice.id = Ids.next();
        notice.owner = list.owner;
        notice.objectId = list.id;
        notice.objectOwner = recipient;
        notice.recallId = recall.id;
        notice.title = list.title;
        notice.recalledAt = now;
        return notice;
    }

    @Transactional
    Page<ListRecallNoticeView> notices(PageRequest page) {
        List<ListRecallNotice> rows = repository.notices(policy.visibility(current.get()), page);
        audit.record(ListAct.LIST_RECALL_NOTICES_READ, AuditedObject.list(NOTICE));
        return Page.of(rows, page.size(), notice -> notice.id).map(ListRecallNoticeView::of);
    }
}
