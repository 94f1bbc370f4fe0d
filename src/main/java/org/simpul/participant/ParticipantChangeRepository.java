package org.simpul.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.ParticipantKind;
import org.simpul.shared.PageRequest;

/** Changes are seen by those who admit alone; the database wall holds it, whatever is asked here. */
@ApplicationScoped
class ParticipantChangeRepository implements PanacheRepositoryBase<ParticipantChange, UUID> {

    List<ParticipantChange> newest(UUID participant, PageRequest page) {
        return find("participantId = ?1 and id < ?2 order by id desc", participant, page.before())
                .range(0, page.size())
                .list();
    }

    /** Locked, so that it is not edited while somebody decides on it. */
    Optional<ParticipantChange> hold(UUID participant, UUID id) {
        return find("participantId = ?1 and id = ?2", participant, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    Optional<ParticipantChange> find(UUID participant, UUID id) {
        return find("participantId = ?1 and id = ?2", participant, id).firstResultOptional();
    }

    List<UUID> seen(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery("select c.id from ParticipantChange c where c.id in (:ids)", UUID.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    boolean isOpen(UUID participant) {
        return count("participantId = ?1 and status = ?2", participant, ChangeStatus.PROPOSED) > 0;
    }

    /** Two who approve at once go one after the other, so that the later one finds the earlier one's approval. */
    void queue(UUID change) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(cast(?1 as text), 0)) as text)")
                .setParameter(1, change)
                .getSingleResult();
    }

    void approve(ParticipantChange change, UUID institution, UUID person, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into participant_approval (owner, object_id, object_owner, person_id, digest, decided_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6)
                        on conflict do nothing
                        """)
                .setParameter(1, institution)
                .setParameter(2, change.id)
                .setParameter(3, change.owner)
                .setParameter(4, person)
                .setParameter(5, change.digest)
                .setParameter(6, now)
                .executeUpdate();
    }

    /** @return kinds of the institutions whose approval names the digest that the change has now */
    List<ParticipantKind> approvedBy(ParticipantChange change) {
        @SuppressWarnings("unchecked")
        List<String> kinds = getEntityManager()
                .createNativeQuery(
                        """
                        select distinct p.kind from participant_approval a join participant p on p.id = a.owner
                        where a.object_id = ?1 and a.digest = ?2 order by 1
                        """)
                .setParameter(1, change.id)
                .setParameter(2, change.digest)
                .getResultList();
        return kinds.stream().map(ParticipantKind::valueOf).toList();
    }

    boolean isApproved(UUID change) {
        return (Boolean) getEntityManager()
                .createNativeQuery("select simpul_is_approved(?1)")
                .setParameter(1, change)
                .getSingleResult();
    }

    void putInForce(UUID change) {
        getEntityManager()
                .createNativeQuery("select cast(simpul_decide(?1) as text)")
                .setParameter(1, change)
                .getSingleResult();
    }

    void decline(UUID change, String reason) {
        getEntityManager()
                .createNativeQuery("select cast(simpul_decline(?1, ?2) as text)")
                .setParameter(1, change)
                .setParameter(2, reason)
                .getSingleResult();
    }

    /** Gives an applicant's provider to Keycloak for a test sign-in. */
    void tryOut(UUID change) {
        getEntityManager()
                .createNativeQuery("select cast(simpul_try(?1) as text)")
                .setParameter(1, change)
                .getSingleResult();
    }
}
