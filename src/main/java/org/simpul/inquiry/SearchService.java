package org.simpul.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.casework.Disseminated;
import org.simpul.identifier.AskedValues;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.PersonName;
import org.simpul.inquiry.asking.SelfAsked;
import org.simpul.inquiry.pointer.PointerAnswer;
import org.simpul.inquiry.pointer.Pointers;
import org.simpul.shared.Problem;

/**
 * Search by identifier or by name, for the FIU and law enforcement: in what they were given. An agency is also told
 * whether the FIU holds an identifier, where the FIU has switched that on.
 */
@ApplicationScoped
public class SearchService {
    private final CurrentCaller current;
    private final PurposeRule purpose;
    private final Disseminated disseminated;
    private final AskedValues asked;
    private final SelfAsked self;
    private final Searches searches;
    private final Pointers pointers;
    private final AuditLog audit;

    SearchService(
            CurrentCaller current,
            PurposeRule purpose,
            Disseminated disseminated,
            AskedValues asked,
            SelfAsked self,
            Searches searches,
            Pointers pointers,
            AuditLog audit) {
        this.asked = asked;
        this.self = self;
        this.current = current;
        this.purpose = purpose;
        this.disseminated = disseminated;
        this.searches = searches;
        this.pointers = pointers;
        this.audit = audit;
    }

    /**
     * @throws Problem PURPOSE_REQUIRED, MATTER_NOT_LIVE, INVALID when it is not by one value or that has no canonical
     *     form, QUOTA_USED when the pointer was asked too often today
     */
    @Transactional
    SearchResult search(AskSearch question) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        question.requireOne();
        return question.identifier() == null
                ? byName(caller, PersonName.of(question.name()))
                : byIdentifier(caller, question.identifier().canonical("identifier"), question.asksPointer());
    }

    private SearchResult byName(Caller caller, PersonName name) {
        return answer(caller, "NAME", disseminated.naming(name), asked.digest(name), null);
    }

    private SearchResult byIdentifier(Caller caller, Identifier identifier, boolean asksPointer) {
        self.note(caller, identifier);
        List<Disseminated.Hit> hits = disseminated.holding(identifier);
        PointerAnswer pointer = asksPointer ? pointers.ask(caller, identifier) : null;
        return answer(caller, "IDENTIFIER", hits, asked.digest(identifier), pointer);
    }

    private SearchResult answer(
            Caller caller, String kind, List<Disseminated.Hit> hits, String digest, @Nullable PointerAnswer pointer) {
        UUID id = searches.keep(caller, digest);
        audit.record(InquiryAct.SUBJECT_SEARCHED, AuditedObject.list(kind), hits.size() + " " + digest);
        return new SearchResult(id, hits.stream().map(SearchResult.Hit::from).toList(), pointer);
    }
}
