package org.simpul.referral;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.identifier.Identifier;

/**
 * A person or an entity as a report tells it.
 *
 * @param roles those that follow from the report; none when it does not tell, for the team to choose
 * @param aliases other spellings of the name, for keeping somebody who is protected out of texts
 * @param rowNumber of the transaction that told it first; 0 outside of transactions
 * @param element path of the element that told it first
 */
public record ImportedSubject(
        SubjectKind kind,
        Set<SubjectRole> roles,
        AgeBand ageBand,
        @Nullable String name,
        List<String> aliases,
        List<Identifier> identifiers,
        long rowNumber,
        String element) {

    boolean isProtected() {
        return ageBand.isMinor() || roles.stream().anyMatch(SubjectRole::isVictim);
    }

    /** Leaves the person out: a log must not tell who is suspected, or a victim. */
    @Override
    public String toString() {
        return "ImportedSubject";
    }
}
