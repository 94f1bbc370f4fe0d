package org.simpul.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

/** Its finders take a version that was loaded in scope. */
@ApplicationScoped
class TransactionRepository implements PanacheRepositoryBase<ReferralTransaction, UUID> {
    private static final long MOST_OF_A_VERSION = 2_000_000;

    Page<TransactionView> newest(ReferralVersion version, PageRequest page) {
        List<ReferralTransaction> rows = getEntityManager()
                .createQuery(
                        "from ReferralTransaction t where t.versionId = :version and t.id < :before order by t.id desc",
                        ReferralTransaction.class)
                .setParameter("version", version.id)
                .setParameter("before", page.before())
                .setMaxResults(page.size() + 1)
                .getResultList();
        return Page.of(rows, page.size(), row -> row.id).map(TransactionView::from);
    }

    /** Whether so many more keep the version at a size whose digest one statement can make. */
    boolean hasRoom(UUID versionId, long more) {
        return count("versionId", versionId) + more <= MOST_OF_A_VERSION;
    }

    boolean areIn(ReferralVersion version) {
        return !getEntityManager()
                .createQuery("select 1 from ReferralTransaction t where t.versionId = :version", Integer.class)
                .setParameter("version", version.id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    long deleteAll(ReferralVersion version) {
        return delete("versionId", version.id);
    }
}
