package org.simpul.inquiry.pointer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.AccessPolicy;

/** Shows the FIU how its pointers are used. */
@ApplicationScoped
class PointerSearchService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PointerSearches searches;
    private final ParticipantDirectory directory;
    private final AuditLog audit;

    PointerSearchService(
            CurrentCaller current,
            AccessPolicy policy,
            PointerSearches searches,
            ParticipantDirectory directory,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.searches = searches;
        this.directory = directory;
        this.audit = audit;
    }

    @Transactional
    Page<PointerSearchView> list(PageRequest page) {
        Page<PointerSearch> rows =
                Page.of(searches.received(policy.visibility(current.get()), page), page.size(), search -> search.id);
        Map<UUID, Member> agencies =
                directory.byId(rows.items().stream().map(search -> search.owner).toList());
        audit.record(PointerAct.POINTER_SEARCH_LISTED, AuditedObject.list(PointerSearches.KIND));
        return rows.map(search -> new PointerSearchView(
                search.id, agencies.get(search.owner).name(), search.predicateOffence, search.answer, search.at));
    }
}
