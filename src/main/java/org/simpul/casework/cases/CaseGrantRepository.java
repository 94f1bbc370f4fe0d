package org.simpul.casework.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.casework.Cases;
import org.simpul.shared.PageRequest;

/** Grants of a case that was loaded in scope. */
@ApplicationScoped
class CaseGrantRepository implements PanacheRepositoryBase<CaseGrant, UUID> {

    List<CaseGrant> newest(Cases.Seen file, PageRequest page) {
        return find("owner = ?1 and caseId = ?2 and id < ?3 order by id desc", file.owner(), file.id(), page.before())
                .page(0, page.size() + 1)
                .list();
    }

    Optional<CaseGrant> lock(Cases.Seen file, UUID id) {
        return find("owner = ?1 and caseId = ?2 and id = ?3", file.owner(), file.id(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }
}
