package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Quarter;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class QualityReportRepository implements PanacheRepositoryBase<QualityReport, UUID> {

    List<QualityReport> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from QualityReport q where q.id < :before and " + scope.contributed("q")
                                        + " order by q.id desc",
                                QualityReport.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** Institutions that have their report of a quarter. */
    Set<UUID> told(Visibility scope, Quarter quarter) {
        return Set.copyOf(scope.bind(getEntityManager()
                        .createQuery(
                                "select q.objectOwner from QualityReport q where q.quarter = :quarter and "
                                        + scope.owned("q"),
                                UUID.class)
                        .setParameter("quarter", quarter.text()))
                .getResultList());
    }
}
