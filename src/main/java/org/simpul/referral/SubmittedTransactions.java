package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.NotAudited;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Visibility;

/** Chosen transactions of submissions, for the rooms that copy rows; in the current caller's scope. */
@ApplicationScoped
public class SubmittedTransactions {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final EntityManager database;

    SubmittedTransactions(CurrentCaller current, AccessPolicy policy, EntityManager database) {
        this.current = current;
        this.policy = policy;
        this.database = database;
    }

    /** A transaction and the submission that it stands in. */
    public record Chosen(UUID versionId, TransactionView transaction) {}

    /** @return the day of the last transaction of a submission that is seen; empty when it has none */
    @Transactional
    @NotAudited("read inside use cases that are audited themselves")
    public Optional<LocalDate> lastBooked(UUID versionId) {
        Visibility scope = policy.visibility(current.get());
        return Optional.ofNullable(scope.bind(database.createQuery(
                                "select max(t.bookedOn) from ReferralTransaction t join ReferralVersion v on"
                                        + " v.id = t.versionId where v.id = :version and v.sealedAt is not null and "
                                        + scope.seen("v", ObjectKind.REFERRAL_VERSION),
                                LocalDate.class)
                        .setParameter("version", versionId))
                .getSingleResult());
    }

    /**
     * @param versionIds the submissions that may be chosen from
     * @return those that stand in one of the submissions and are seen; others are left out
     */
    @Transactional
    @NotAudited("read inside use cases that are audited themselves")
    public List<Chosen> choose(Collection<UUID> versionIds, Collection<UUID> ids) {
        if (versionIds.isEmpty() || ids.isEmpty()) {
            return List.of();
        }
        Visibility scope = policy.visibility(current.get());
        return scope
                .bind(database.createQuery(
                                "select t from ReferralTransaction t join ReferralVersion v on v.id = t.versionId"
                                        + " where t.id in :ids and v.id in :versions and v.sealedAt is not null and "
                                        + scope.seen("v", ObjectKind.REFERRAL_VERSION)
                                        + " order by t.bookedOn, t.id",
                                ReferralTransaction.class)
                        .setParameter("ids", ids)
                        .setParameter("versions", versionIds))
                .getResultList()
                .stream()
                .map(row -> new Chosen(row.versionId, TransactionView.from(row)))
                .toList();
    }
}
