package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.identifier.AskedValues;
import org.simpul.identifier.PersonName;
import org.simpul.inquiry.Searches;
import org.simpul.inquiry.Searches.Made;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;

/** What an agency asks after a search: under the search's purpose, matter and offence, about the value that it was for. */
@ApplicationScoped
class SearchOrigin {
    private final Searches searches;
    private final AskedValues asked;
    private final AccessPolicy policy;

    SearchOrigin(Searches searches, AskedValues asked, AccessPolicy policy) {
        this.searches = searches;
        this.asked = asked;
        this.policy = policy;
    }

    /**
     * @param question of the form, in canonical form
     * @throws Problem INVALID for a search that is not the caller's own under its matter, or was for another value, purpose
     *     or offence, or when purpose or offence are told by neither
     */
    RfiForm fill(Caller caller, RfiForm form, Question question) {
        if (form.searchId() == null) {
            return form.filled(null, null);
        }
        if (caller.kind() != ParticipantKind.LAW_ENFORCEMENT) {
            throw Problem.invalid("search_id", "unknown_value");
        }
        Made search = searches.find(policy.visibility(caller), caller, form.searchId())
                .orElseThrow(() -> Problem.invalid("search_id", "unknown_value"));
        boolean same = Stream.concat(
                        question.identifiers().stream().map(asked::digest),
                        question.names().stream().map(PersonName::of).map(asked::digest))
                .anyMatch(search.digest()::equals);
        if (!same) {
            throw Problem.invalid("search_id", "rfi_search_of_another_value");
        }
        return form.filled(search.purpose(), search.predicateOffence());
    }
}
