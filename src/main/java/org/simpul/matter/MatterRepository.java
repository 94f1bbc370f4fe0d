package org.simpul.matter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class MatterRepository implements PanacheRepositoryBase<Matter, UUID> {

    boolean isLive(UUID agency, String number, Instant now) {
        return count("owner = ?1 and number = ?2 and expiresAt > ?3", agency, number, now) > 0;
    }

    boolean isTaken(UUID agency, String number) {
        return count("owner = ?1 and number = ?2", agency, number) > 0;
    }

    List<Matter> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Matter m where " + scope.owned("m") + " and m.id < :before order by m.id desc",
                                Matter.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }
}
