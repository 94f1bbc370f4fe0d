package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class StandingRuleRepository implements PanacheRepositoryBase<StandingRule, UUID> {

    /** What is in force and what is proposed. */
    List<StandingRule> open(Visibility scope, LockModeType lock) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from StandingRule r where r.status in (PROPOSED, LIVE) and " + scope.owned("r")
                                        + " order by r.id",
                                StandingRule.class))
                .setLockMode(lock)
                .getResultList();
    }

    Optional<StandingRule> live(Visibility scope) {
        return open(scope, LockModeType.NONE).stream()
                .filter(rule -> rule.status == StandingRuleStatus.LIVE)
                .findFirst();
    }

    /** @return of the last change; 0 before the first */
    long revision(Visibility scope) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select coalesce(max(r.revision), 0) from StandingRule r where " + scope.owned("r"),
                                Long.class))
                .getSingleResult();
    }
}
