package org.simpul.referral.basis;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;

/** The scope of its finders is the caller: beyond what is or was in force, the list is the FIU's. */
@ApplicationScoped
class LegalBasisRepository implements PanacheRepositoryBase<LegalBasis, UUID> {

    /** In the order of their codes. */
    List<LegalBasis> list(Caller caller, BasisStatus status, @Nullable BasisUse use) {
        return !visible(caller).contains(status)
                ? List.of()
                : list("status = ?1 order by code", status).stream()
                        .filter(basis -> use == null || basis.usedFor().contains(use))
                        .toList();
    }

    Optional<LegalBasis> lock(Caller caller, String code) {
        return find("code = ?1 and status in ?2", code, visible(caller))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    boolean isApproved(String code, BasisUse use) {
        return is(code, use, EnumSet.of(BasisStatus.APPROVED));
    }

    boolean wasApproved(String code, BasisUse use) {
        return is(code, use, EnumSet.of(BasisStatus.APPROVED, BasisStatus.RETIRED));
    }

    private boolean is(String code, BasisUse use, Set<BasisStatus> statuses) {
        return find("code = ?1 and status in ?2", code, statuses)
                .firstResultOptional()
                .map(basis -> basis.usedFor().contains(use))
                .orElse(false);
    }

    private static Set<BasisStatus> visible(Caller caller) {
        return caller.kind() == ParticipantKind.FIU
                ? EnumSet.allOf(BasisStatus.class)
                : EnumSet.of(BasisStatus.APPROVED, BasisStatus.RETIRED);
    }
}
