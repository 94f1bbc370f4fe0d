package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.identifier.Identifier;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** What corrections change in the open drafts of the caller's lists; called inside its use cases. */
@ApplicationScoped
public class ListCorrections {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ListRepository lists;
    private final EntryRepository entries;
    private final EntryStore store;
    private final AuditLog audit;
    private final InstantSource clock;

    ListCorrections(
            CurrentCaller current,
            AccessPolicy policy,
            ListRepository lists,
            EntryRepository entries,
            EntryStore store,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.lists = lists;
        this.entries = entries;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes an entry off one list, and puts the right identifier in its place.
     *
     * @param right null for nothing
     * @param persons who wrote on the draft by it
     * @throws Problem STATE_CONFLICT when the draft takes no changes, or there is no entry that the right one could
     *     take the place of, or the right one is a confirmed false positive or stands on the exclusion list
     */
    @Transactional
    public void correct(UUID listId, Identifier wrong, @Nullable Identifier right, Collection<UUID> persons) {
        Visibility scope = policy.visibility(current.get());
        IdentifierList list = lists.hold(scope, listId).orElseThrow(Problem::notFound);
        list.requireCorrectable();
        List<ListEntry> standing = entries.standing(scope, wrong, clock.instant()).stream()
                .filter(entry -> entry.listId.equals(listId))
                .toList();
        takeOff(list, wrong, persons);
        if (right == null) {
            return;
        }
        if (standing.isEmpty()) {
            throw Problem.stateConflict("entry_gone");
        }
        List<EntryRow> rows = List.of(standing.get(0).as(right));
        if (!store.confirmedFalse(list, rows).isEmpty()) {
            throw Problem.stateConflict("confirmed_false_positive");
        }
        if (!store.excluded(list, rows).isEmpty()) {
            throw Problem.stateConflict("excluded");
        }
        Added added = store.add(list, rows);
        list.added(persons, added, new ChangeDigest(Operation.ADD).with(rows).text());
        audit.record(ListAct.LIST_ENTRIES_ADDED, ListService.audited(list), "entries " + added.stored());
    }

    /**
     * Takes an identifier off every list on which it stands. All lists are held: nobody adds it meanwhile.
     *
     * @param persons who wrote on the drafts by it
     * @throws Problem STATE_CONFLICT when one of those takes no changes, BUSY while a file goes into a list
     */
    @Transactional
    public void withdraw(Identifier identifier, Collection<UUID> persons) {
        Visibility scope = policy.visibility(current.get());
        Map<UUID, IdentifierList> held =
                lists.holdAll(scope).stream().collect(Collectors.toMap(list -> list.id, Function.identity()));
        List<IdentifierList> on = entries.standing(scope, identifier, clock.instant()).stream()
                .map(entry -> held.get(entry.listId))
                .toList();
        on.forEach(IdentifierList::requireCorrectable);
        for (IdentifierList list : on) {
            takeOff(list, identifier, persons);
        }
    }

    private void takeOff(IdentifierList list, Identifier identifier, Collection<UUID> persons) {
        List<EntryRow> rows = List.of(EntryRow.of(identifier));
        Removed removed = store.remove(list, rows);
        if (removed.all() == 0) {
            return;
        }
        list.removed(
                persons, removed, new ChangeDigest(Operation.REMOVE).with(rows).text());
        audit.record(ListAct.LIST_ENTRIES_REMOVED, ListService.audited(list), "entries " + removed.all());
    }
}
