package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
        IdentifierList list = lists.hold(scope, listId).orElseThrow(Problem::notFound);
        if (list.isRecalled()) {
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
        repository.persistAndFlush(recall);
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
     * Takes all editions back, or declines to.
     *
     * @throws Problem NOT_FOUND, SAME_PERSON for who proposed it, STATE_CONFLICT when it does not wait for a decision,
     *     INVALID when it is declined without a reason
     */
    @Transactional
    ListRecallView decide(UUID listId, DecideOnListRecall command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        IdentifierList list = lists.hold(scope, listId).orElseThrow(Problem::notFound);
        ListRecall recall = repository
                .open(scope, listId)
                .filter(open -> open.id.equals(command.recallId()))
                .orElseThrow(() -> Problem.stateConflict("not_pending"));
        FourEyes.require(caller, List.of(recall.proposedBy));
        Instant now = clock.instant();
        recall.decidedBy = caller.person();
        recall.decidedAt = now;
        if (command.decision() == DecideOnListRecall.Choice.APPROVE) {
            recall.status = ListRecallStatus.RECALLED;
            takeBack(list, recall, now);
        } else {
            if (command.reason() == null || command.reason().isBlank()) {
                throw Problem.invalid("reason", "required");
            }
            recall.status = ListRecallStatus.DECLINED;
            recall.declineReason = command.reason();
            audit.record(ListAct.LIST_RECALL_DECLINED, ListService.audited(list), recall.id.toString());
        }
        repository.flush();
        return ListRecallView.of(recall);
    }

    private void takeBack(IdentifierList list, ListRecall recall, Instant now) {
        lists.editions(list)
                .forEach(edition -> ledger.recall(
                        new SharedVersion(ObjectKind.IDENTIFIER_LIST_EDITION, edition.id, edition.owner),
                        IN_THE_LEDGER));
        list.recalled();
        ledger.present(list.audience()).stream()
                .filter(recipient -> !recipient.id().equals(list.owner))
                .forEach(recipient -> tell(list, recall, recipient.id(), now));
        audit.record(ListStep.RECALL.act(), ListService.audited(list), recall.id.toString());
    }

    private void tell(IdentifierList list, ListRecall recall, UUID recipient, Instant now) {
        ListRecallNotice notice = new ListRecallNotice();
        notice.id = Ids.next();
        notice.owner = list.owner;
        notice.objectId = list.id;
        notice.objectOwner = recipient;
        notice.recallId = recall.id;
        notice.title = list.title;
        notice.recalledAt = now;
        repository.add(notice);
        notifications.put(new Notification(recipient, null, Permission.IDENTIFIER_READ, NOTICE, notice.id, true));
    }

    @Transactional
    Page<ListRecallNoticeView> notices(PageRequest page) {
        List<ListRecallNotice> rows = repository.notices(policy.visibility(current.get()), page);
        audit.record(ListAct.LIST_RECALL_NOTICES_READ, AuditedObject.list(NOTICE));
        return Page.of(rows, page.size(), notice -> notice.id).map(ListRecallNoticeView::of);
    }
}
