package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.NotAudited;
import org.simpul.sharing.AccessPolicy;

/** Marks what has left a list, batch by batch: an edition is read as quickly as if that had never been on it. */
@ApplicationScoped
class Sweep {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ListRepository lists;
    private final EntryStore store;
    private final ListConfig config;
    private final AuditLog audit;

    Sweep(
            CurrentCaller current,
            AccessPolicy policy,
            ListRepository lists,
            EntryStore store,
            ListConfig config,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.lists = lists;
        this.store = store;
        this.config = config;
        this.audit = audit;
    }

    @Transactional
    @NotAudited("finds lists whose entries are marked; nobody reads one by it")
    List<UUID> published() {
        return lists.published(policy.visibility(current.get()));
    }

    /** @return whether there may be more */
    @Transactional
    boolean batch(UUID id) {
        IdentifierListEdition newest = lists.newest(policy.visibility(current.get()), id)
                .orElseThrow(() -> new IllegalStateException("what is swept was published"));
        if (!store.leavesUnswept(newest)) {
            return false;
        }
        int swept = store.sweep(newest, config.batchRows());
        audit.record(ListAct.LIST_SWEPT, ListService.audited(newest), "entries " + swept);
        return swept >= config.batchRows();
    }
}
