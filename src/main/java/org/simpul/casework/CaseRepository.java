package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class CaseRepository implements PanacheRepositoryBase<CaseFile, UUID> {

    Optional<CaseFile> find(Visibility scope, UUID id) {
        return byId(scope, id, LockModeType.NONE);
    }

    Optional<CaseFile> lock(Visibility scope, UUID id) {
        return byId(scope, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<CaseFile> byId(Visibility scope, UUID id, LockModeType lock) {
        return scope.bind(getEntityManager()
                        .createQuery("from CaseFile c where c.id = :id and " + scope.owned("c"), CaseFile.class)
                        .setParameter("id", id))
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    List<CaseFile> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from CaseFile c where " + scope.owned("c") + " and c.id < :before order by c.id desc",
                                CaseFile.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    void addMember(CaseFile file, UUID person, Instant now) {
        CaseMember member = new CaseMember();
        member.caseId = file.id;
        member.owner = file.owner;
        member.personId = person;
        member.addedBy = person;
        member.addedAt = now;
        getEntityManager().persist(member);
    }

    List<UUID> members(Visibility scope, CaseFile file) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select m.personId from CaseMember m where m.caseId = :id and " + scope.owned("m")
                                        + " order by m.addedAt, m.personId",
                                UUID.class)
                        .setParameter("id", file.id))
                .getResultList();
    }

    void addIntake(CaseFile file, Intake intake, UUID person, Instant now) {
        CaseIntake row = new CaseIntake();
        row.caseId = file.id;
        row.intakeId = intake.id;
        row.owner = file.owner;
        row.addedBy = person;
        row.addedAt = now;
        getEntityManager().persist(row);
    }
}
