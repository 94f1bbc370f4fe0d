package org.simpul.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
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
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from CaseFile c where c.id = :id and " + scope.ownedWithinTeam("c"), CaseFile.class)
                        .setParameter("id", id))
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }

    List<CaseFile> newest(Visibility scope, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from CaseFile c where " + scope.ownedWithinTeam("c")
                                        + " and c.id < :before order by c.id desc",
                                CaseFile.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** Those of the cases that are seen. */
    List<UUID> seen(Visibility scope, Collection<UUID> ids) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select c.id from CaseFile c where c.id in (:ids) and " + scope.ownedWithinTeam("c"),
                                UUID.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    /** Open ones that somebody works on, the newest first. */
    List<CaseFile> ofMember(Visibility scope, UUID person, int limit) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select c from CaseMember m join CaseFile c on c.id = m.caseId and c.owner = m.owner"
                                        + " where m.personId = :person and c.status = OPEN and "
                                        + scope.ownedWithinTeam("c") + " order by c.id desc",
                                CaseFile.class)
                        .setParameter("person", person))
                .setMaxResults(limit)
                .getResultList();
    }

    List<CaseEvent> events(Visibility scope, UUID file, PageRequest page) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from CaseEvent e where e.caseId = :file and e.id < :before and " + scope.owned("e")
                                        + " order by e.id desc",
                                CaseEvent.class)
                        .setParameter("file", file)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    void addMember(CaseFile file, UUID person, UUID by, Instant now) {
        CaseMember member = new CaseMember();
        member.caseId = file.id;
        member.owner = file.owner;
        member.personId = person;
        member.addedBy = by;
        member.addedAt = now;
        getEntityManager().persist(member);
    }

    List<UUID> members(Visibility scope, UUID file) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select m.personId from CaseMember m where m.caseId = :id and " + scope.owned("m")
                                        + " order by m.addedAt, m.personId",
                                UUID.class)
                        .setParameter("id", file))
                .getResultList();
    }

    boolean isMember(Visibility scope, UUID file, UUID person) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "select m.personId from CaseMember m where m.caseId = :id and m.personId = :person and "
                                        + scope.owned("m"),
                                UUID.class)
                        .setParameter("id", file)
                        .setParameter("person", person))
                .getResultList()
                .isEmpty();
    }

    void removeMember(CaseFile file, UUID person) {
        getEntityManager()
                .createQuery(
                        "delete from CaseMember m where m.owner = :owner and m.caseId = :id and m.personId = :person")
                .setParameter("owner", file.owner)
                .setParameter("id", file.id)
                .setParameter("person", person)
                .executeUpdate();
    }

    /** Its open tasks are nobody's from now on. */
    void unassign(CaseFile file, UUID person) {
        getEntityManager()
                .createQuery("update CaseTask t set t.assignee = null, t.revision = t.revision + 1"
                        + " where t.owner = :owner and t.caseId = :id and t.assignee = :person and t.status = OPEN")
                .setParameter("owner", file.owner)
                .setParameter("id", file.id)
                .setParameter("person", person)
                .executeUpdate();
    }

    /** @return whether it was in the case */
    boolean removeIntake(CaseFile file, UUID intake) {
        return getEntityManager()
                        .createQuery(
                                "delete from CaseIntake c where c.owner = :owner and c.caseId = :id and c.intakeId = :intake")
                        .setParameter("owner", file.owner)
                        .setParameter("id", file.id)
                        .setParameter("intake", intake)
                        .executeUpdate()
                > 0;
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
