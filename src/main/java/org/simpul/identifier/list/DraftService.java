package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.identifier.Identifier;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.sharing.AccessPolicy;

/** Changes to the draft of a list, a few at a time: all of them or none. */
@ApplicationScoped
class DraftService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ListRepository lists;
    private final EntryRules rules;
    private final EntryStore store;
    private final ListConfig config;
    private final AuditLog audit;

    DraftService(
            CurrentCaller current,
            AccessPolicy policy,
            ListRepository lists,
            EntryRules rules,
            EntryStore store,
            ListConfig config,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.lists = lists;
        this.rules = rules;
        this.store = store;
        this.config = config;
        this.audit = audit;
    }

    /**
     * @throws Problem NOT_FOUND, STATE_CONFLICT while the draft waits, INVALID naming each entry that is not sound, or
     *     when the list would hold too many
     */
    @Transactional
    ChangedEntries add(UUID id, AddEntries command) {
        IdentifierList list = open(id);
        List<Violation> violations = new ArrayList<>();
        List<EntryRow> rows = new ArrayList<>();
        for (int i = 0; i < command.entries().size(); i++) {
            EntryRow row = rules.sound(command.entries().get(i), "entries[" + i + "]", violations);
            if (row != null) {
                rows.add(row);
            }
        }
        require(violations);
        store.confirmedFalse(list, rows)
                .forEach(place -> violations.add(
                        new Violation("entries[" + (place - 1) + "].identifier", "confirmed_false_positive")));
        require(violations);
        List<Integer> excluded =
                store.excluded(list, rows).stream().map(place -> place - 1).toList();
        Added added = store.add(list, rows);
        if (list.entries + added.more() > config.mostEntries()) {
            throw Problem.invalid("entries", "list_full");
        }
        list.added(
                List.of(current.get().person()),
                added,
                new ChangeDigest(Operation.ADD).with(rows).text());
        audit.record(ListAct.LIST_ENTRIES_ADDED, ListService.audited(list), "entries " + added.stored());
        return new ChangedEntries(added.stored(), rows.size() - added.stored(), excluded);
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT while the draft waits, INVALID naming what has no canonical form */
    @Transactional
    ChangedEntries remove(UUID id, RemoveEntries command) {
        IdentifierList list = open(id);
        List<Violation> violations = new ArrayList<>();
        List<EntryRow> rows = new ArrayList<>();
        for (int i = 0; i < command.identifiers().size(); i++) {
            Identifier identifier = command.identifiers().get(i).canonical("identifiers[" + i + "]", violations);
            if (identifier != null) {
                rows.add(EntryRow.of(identifier));
            }
        }
        require(violations);
        Removed removed = store.remove(list, rows);
        list.removed(
                List.of(current.get().person()),
                removed,
                new ChangeDigest(Operation.REMOVE).with(rows).text());
        audit.record(ListAct.LIST_ENTRIES_REMOVED, ListService.audited(list), "entries " + removed.all());
        return new ChangedEntries(removed.all(), rows.size() - removed.all(), List.of());
    }

    private IdentifierList open(UUID id) {
        IdentifierList list = lists.hold(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
        list.requireOpen();
        return list;
    }

    private static void require(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }
}
