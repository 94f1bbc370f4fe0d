package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.identifier.Identifier;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/** What the caller may say something about; asked inside its use cases. */
@ApplicationScoped
public class ReceivedLists {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ListRepository lists;
    private final EntryRepository entries;

    ReceivedLists(CurrentCaller current, AccessPolicy policy, ListRepository lists, EntryRepository entries) {
        this.current = current;
        this.policy = policy;
        this.lists = lists;
        this.entries = entries;
    }

    /** @return who owns the list; empty for one that does not reach the caller, or is its own */
    public Optional<UUID> ownerOf(UUID listId) {
        Caller caller = current.get();
        return lists.newest(policy.visibility(caller), listId)
                .map(edition -> edition.owner)
                .filter(owner -> !owner.equals(caller.participantId()));
    }

    /** @return who owns the list, be it the caller's own; empty for one of which no edition reaches the caller */
    public Optional<UUID> ownerOfRead(UUID listId) {
        return lists.newest(policy.visibility(current.get()), listId).map(edition -> edition.owner);
    }

    /** @return whether it stands in the newest edition that the caller sees, of its own list also when that was recalled */
    public boolean holds(UUID listId, Identifier identifier) {
        return lists.newest(policy.visibility(current.get()), listId)
                .filter(edition -> entries.isIn(edition, identifier))
                .isPresent();
    }

    /** @throws Problem NOT_FOUND for a list that the caller does not own */
    public void requireOwn(UUID listId) {
        lists.own(policy.visibility(current.get()), listId).orElseThrow(Problem::notFound);
    }
}
