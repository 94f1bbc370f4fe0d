package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.referral.FormCode;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class UsefulnessRepository implements PanacheRepositoryBase<IntakeUsefulness, IntakeUsefulness.Key> {

    /** @param intake loaded in scope */
    Optional<IntakeUsefulness> of(Intake intake) {
        return find("owner = ?1 and intakeId = ?2", intake.owner, intake.id).firstResultOptional();
    }

    /** Finished referrals of one institution that have the same form code and the same grade. */
    record Cell(UUID institution, FormCode formCode, @Nullable Usefulness usefulness, long referrals) {}

    /**
     * What was finished in a time, counted by institution, form code and grade; whatever else the FIU thinks of it is not
     * looked at.
     */
    List<Cell> finished(Visibility scope, Instant from, Instant before) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select i.referralOwner, i.formCode, u.usefulness, count(*) from Intake i"
                                        + " left join IntakeUsefulness u on u.owner = i.owner and u.intakeId = i.id"
                                        + " where i.finishedAt >= :from and i.finishedAt < :before and "
                                        + scope.owned("i")
                                        + " group by i.referralOwner, i.formCode, u.usefulness",
                                Cell.class)
                        .setParameter("from", from)
                        .setParameter("before", before))
                .getResultList();
    }
}
