package org.simpul.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.casework.Disseminated;
import org.simpul.identifier.AskedValues;
import org.simpul.identifier.Identifier;
import org.simpul.shared.Problem;

/** Search by identifier, for the FIU and law enforcement: in what they were given, and nowhere else. */
@ApplicationScoped
public class SearchService {
    private final CurrentCaller current;
    private final PurposeRule purpose;
    private final Disseminated disseminated;
    private final AskedValues asked;
    private final AuditLog audit;

    SearchService(
            CurrentCaller current, PurposeRule purpose, Disseminated disseminated, AskedValues asked, AuditLog audit) {
        this.asked = asked;
        this.current = current;
        this.purpose = purpose;
        this.disseminated = disseminated;
        this.audit = audit;
    }

    /** @throws Problem PURPOSE_REQUIRED, MATTER_NOT_LIVE, INVALID when the identifier has no canonical form */
    @Transactional
    SearchResult search(AskSearch question) {
        purpose.requirePersonLevel(current.get());
        Identifier identifier = question.identifier().canonical("identifier");
        SearchResult result = new SearchResult(disseminated.holding(identifier).stream()
                .map(SearchResult.Hit::from)
                .toList());
        audit.record(
                InquiryAct.SUBJECT_SEARCHED,
                AuditedObject.list("IDENTIFIER"),
                result.hits().size() + " " + asked.digest(identifier));
        if (isOwn(current.get(), identifier)) {
            audit.record(InquiryAct.SUBJECT_SELF_SEARCHED, AuditedObject.list("IDENTIFIER"));
        }
        return result;
    }

    /** Whether it is the user name, or an address under the user name, that the caller signs in with; nothing is kept of it. */
    private static boolean isOwn(Caller caller, Identifier identifier) {
        String login = caller.name().toLowerCase(Locale.ROOT);
        String value = identifier.value();
        return switch (identifier.type()) {
            case EMAIL -> value.equals(login) || value.startsWith(login + "@");
            case USERNAME -> value.equalsIgnoreCase(login);
            default -> false;
        };
    }
}
