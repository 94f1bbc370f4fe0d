package org.simpul.statistics;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.simpul.shared.Quarter;

/** What is kept here is shown to everybody alike, so that its finders take no scope. */
@ApplicationScoped
class StatisticRepository implements PanacheRepositoryBase<StatisticSnapshot, UUID> {

    List<StatisticSnapshot> of(Statistic statistic) {
        return list("statistic = ?1 order by quarter desc", statistic.id());
    }

    boolean isTaken(Statistic statistic, Quarter quarter) {
        return count("statistic = ?1 and quarter = ?2", statistic.id(), quarter.text()) > 0;
    }
}
