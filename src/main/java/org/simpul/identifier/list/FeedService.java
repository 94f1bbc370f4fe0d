package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** What systems of members take: an edition as a whole, or what changed since one that they have. */
@ApplicationScoped
class FeedService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ListRepository lists;
    private final EntryRepository entries;
    private final EntryReader reader;
    private final ListConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    FeedService(
            CurrentCaller current,
            AccessPolicy policy,
            ListRepository lists,
            EntryRepository entries,
            EntryReader reader,
            ListConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.lists = lists;
        this.entries = entries;
        this.reader = reader;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A portion of an edition.
     *
     * @param last id of the last entry; null when there was none
     */
    record Portion(List<EntryView> entries, @Nullable UUID last) {}

    private record Change(UUID id, ChangeView view) {}

    /**
     * @param since number of an edition that the caller has; 0 for none
     * @param until number of the newer one, the newest that reaches the caller or the one before; null for the newest
     * @throws Problem NOT_FOUND when none does, INVALID for editions that do not reach it, or are too old
     */
    @Transactional
    ChangesView changes(UUID id, int since, @Nullable Integer until, PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        IdentifierListEdition newest = lists.newest(scope, id).orElseThrow(Problem::notFound);
        IdentifierListEdition to = until == null ? newest : numbered(scope, id, until, "until");
        IdentifierListEdition from = since == 0 ? nothing(to) : numbered(scope, id, since, "since");
        // pages that were begun before the newest came are read to their end; older editions are told no more
        Instant kept = clock.instant().minus(config.changesKept());
        // what the newest left out is let go, and with it a part of the one before
        if (to.number < newest.number - 1 || to.number < newest.number && newest.sealedAt.isBefore(kept)) {
            throw Problem.invalid("until", "edition_too_old");
        }
        if (since > 0 && from.sealedAt.isBefore(kept)) {
            throw Problem.invalid("since", "edition_too_old");
        }
        if (from.number > to.number) {
            throw Problem.invalid("since", "unknown_edition");
        }
        int rows = page.size() + 1;
        List<Change> changes = new ArrayList<>(Stream.concat(
                        entries.added(from, to, page.after(), rows).stream()
                                .map(entry -> new Change(entry.id, ChangeView.added(reader.view(entry, to)))),
                        entries.removed(from, to, page.after(), rows).stream()
                                .map(entry -> new Change(entry.id, ChangeView.removed(entry))))
                // as the database orders ids
                .sorted(Comparator.comparing(change -> change.id().toString()))
                .limit(rows)
                .toList());
        audit.record(
                since == 0 ? ListAct.LIST_SNAPSHOT_READ : ListAct.LIST_CHANGES_READ,
                ListService.audited(to),
                since + " " + to.number);
        String next = null;
        if (changes.size() > page.size()) {
            changes.remove(page.size());
            next = PageRequest.token(changes.get(page.size() - 1).id());
        }
        return new ChangesView(
                since, to.number, changes.stream().map(Change::view).toList(), next);
    }

    /** Before the first edition. */
    private static IdentifierListEdition nothing(IdentifierListEdition edition) {
        IdentifierListEdition none = new IdentifierListEdition();
        none.owner = edition.owner;
        none.listId = edition.listId;
        none.sealedAt = Instant.EPOCH;
        return none;
    }

    private IdentifierListEdition numbered(Visibility scope, UUID id, int number, String field) {
        return lists.numbered(scope, id, number).orElseThrow(() -> Problem.invalid(field, "unknown_edition"));
    }

    /** The number of the edition that is taken as a whole; recorded before its first byte. */
    @Transactional
    int snapshot(UUID id) {
        IdentifierListEdition edition =
                lists.newest(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
        audit.record(ListAct.LIST_SNAPSHOT_READ, ListService.audited(edition), "edition " + edition.number);
        return edition.number;
    }

    /** @throws Problem NOT_FOUND when the edition does not reach the caller any more */
    @Transactional
    @NotAudited("a portion of a snapshot whose beginning is recorded")
    Portion portion(UUID id, int number, UUID after, int size) {
        IdentifierListEdition edition =
                lists.numbered(policy.visibility(current.get()), id, number).orElseThrow(Problem::notFound);
        List<ListEntry> rows = entries.in(edition, after, size);
        return new Portion(
                rows.stream().map(entry -> reader.view(entry, edition)).toList(),
                rows.isEmpty() ? null : rows.get(rows.size() - 1).id);
    }
}
