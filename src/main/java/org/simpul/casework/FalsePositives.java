package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.identifier.Identifier;
import org.simpul.sharing.Visibility;

/**
 * What agencies found to be nothing: identifiers of a dissemination that was answered FALSE_POSITIVE, and that nobody
 * found to be something.
 */
@ApplicationScoped
class FalsePositives {
    private final EntityManager database;
    private final ResponseRepository responses;

    FalsePositives(EntityManager database, ResponseRepository responses) {
        this.database = database;
        this.responses = responses;
    }

    /** @return those with one of the values, in canonical form */
    Set<Identifier> among(Visibility scope, Collection<String> values) {
        if (values.isEmpty()) {
            return Set.of();
        }
        Map<UUID, List<DisseminationIdentifier>> told = scope
                .bind(database.createQuery(
                                "from DisseminationIdentifier i where i.value in (:values) and " + scope.owned("i"),
                                DisseminationIdentifier.class)
                        .setParameter("values", values))
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(row -> row.versionId));
        if (told.isEmpty()) {
            return Set.of();
        }
        Map<UUID, List<DisseminationResponse>> answers = responses.toOurs(scope, told.keySet()).stream()
                .collect(Collectors.groupingBy(answer -> answer.objectId));
        Set<Identifier> nothing = new HashSet<>();
        Set<Identifier> something = new HashSet<>();
        told.forEach((version, rows) -> {
            Set<Outcome> outcomes = DisseminationResponse.standing(answers.getOrDefault(version, List.of()))
                    .map(answer -> answer.outcome)
                    .collect(Collectors.toSet());
            Set<Identifier> into = outcomes.stream().anyMatch(Outcome::isSubstance)
                    ? something
                    : outcomes.contains(Outcome.FALSE_POSITIVE) ? nothing : new HashSet<>();
            rows.forEach(row -> into.add(row.identifier()));
        });
        nothing.removeAll(something);
        return nothing;
    }
}
