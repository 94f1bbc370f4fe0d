package org.simpul.casework.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.simpul.identifier.Identifier;
import org.simpul.referral.Party;
import org.simpul.referral.ProtectedPeople;
import org.simpul.referral.SubjectView;
import org.simpul.referral.SubmittedGraph.Held;
import org.simpul.referral.TransactionView;

/**
 * Hides in a network who is protected in any of its submissions (R3): another bank may have filed her as the holder of an
 * account. Whoever tells her becomes her reference, with all identifiers that it holds.
 */
final class Veil {
    private final ProtectedPeople people;
    /** References in the place of identifiers that a telling subject holds. */
    private final Map<Party, String> held = new HashMap<>();

    Veil(ProtectedPeople people, List<Held> subjects) {
        this.people = people;
        if (!people.isEmpty()) {
            subjects.forEach(row -> told(row.subject())
                    .ifPresent(reference ->
                            row.subject().identifiers().forEach(identifier -> held.put(party(identifier), reference))));
        }
    }

    /** @return the reference of whom a subject is, or tells */
    Optional<String> told(SubjectView subject) {
        return subject.isProtected() ? Optional.of(subject.reference()) : people.toldBy(subject);
    }

    /** @return the reference of whom a party is; empty for one that may be shown */
    Optional<String> told(Party party) {
        if (party.type().equals(Party.PROTECTED)) {
            return Optional.of(party.value());
        }
        return Optional.ofNullable(held.get(party)).or(() -> people.holding(party));
    }

    /** A transaction whose parties may be shown. */
    TransactionView over(TransactionView row) {
        return row.between(veiled(row.from()), veiled(row.to()));
    }

    private Party veiled(Party party) {
        return told(party)
                .map(reference -> new Party(Party.PROTECTED, "", reference))
                .orElse(party);
    }

    static Party party(Identifier identifier) {
        return new Party(identifier.type().name(), identifier.scope(), identifier.value());
    }
}
