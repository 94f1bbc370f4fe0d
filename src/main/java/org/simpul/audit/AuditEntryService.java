package org.simpul.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Reads acts, never content: of everybody, of one's own people, or on what one owns. Reading is recorded as well. */
@ApplicationScoped
public class AuditEntryService {
    private final CurrentCaller current;
    private final AuditReader reader;
    private final AuditLog audit;

    AuditEntryService(CurrentCaller current, AuditReader reader, AuditLog audit) {
        this.current = current;
        this.reader = reader;
        this.audit = audit;
    }

    /** @throws Problem FORBIDDEN for a scope that the caller has not */
    @Transactional
    public Page<AuditEntryView> list(AuditScope scope, AuditFilter filter, PageRequest page) {
        Caller caller = current.get();
        require(caller, scope);
        Page<AuditEntryView> entries = Page.of(
                reader.read(caller, scope, filter, page.before(), 0, page.size() + 1), page.size(), AuditEntryView::id);
        audit.record(scope.act(), AuditedObject.list("AUDIT_ENTRY"), filter.toString());
        return entries;
    }

    static void require(Caller caller, AuditScope scope) {
        if (!caller.may(scope.permission())) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
    }
}
