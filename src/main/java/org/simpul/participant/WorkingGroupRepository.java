package org.simpul.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.shared.PageRequest;

/** Groups that an institution owns or is inside of at the moment. */
@ApplicationScoped
class WorkingGroupRepository implements PanacheRepositoryBase<WorkingGroup, UUID> {
    private static final String INSIDE = "m.joinedAt <= :now and (m.leftAt is null or m.leftAt > :now)";
    private static final String SEEN = "(g.owner = :me or exists (select 1 from WorkingGroupMember m"
            + " where m.groupId = g.id and m.owner = g.owner and m.participantId = :me and " + INSIDE + "))";

    List<WorkingGroup> newest(UUID participant, Instant now, PageRequest page) {
        return getEntityManager()
                .createQuery(
                        "from WorkingGroup g where g.id < :before and " + SEEN + " order by g.id desc",
                        WorkingGroup.class)
                .setParameter("me", participant)
                .setParameter("now", now)
                .setParameter("before", page.before())
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    Optional<WorkingGroup> find(UUID participant, Instant now, UUID id) {
        return getEntityManager()
                .createQuery("from WorkingGroup g where g.id = :id and " + SEEN, WorkingGroup.class)
                .setParameter("me", participant)
                .setParameter("now", now)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    Optional<WorkingGroup> findOwned(UUID owner, UUID id) {
        return find("owner = ?1 and id = ?2", owner, id).firstResultOptional();
    }

    List<WorkingGroup> findOwned(UUID owner, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("owner = ?1 and id in ?2", owner, ids);
    }

    boolean isTaken(UUID owner, String name) {
        return count("owner = ?1 and name = ?2", owner, name) > 0;
    }

    /** Every stay in a group that was found, in order. */
    List<WorkingGroupMember> stays(WorkingGroup group) {
        return getEntityManager()
                .createQuery(
                        "from WorkingGroupMember m where m.owner = :owner and m.groupId = :group"
                                + " order by m.joinedAt, m.participantId",
                        WorkingGroupMember.class)
                .setParameter("owner", group.owner)
                .setParameter("group", group.id)
                .getResultList();
    }

    /** Of groups that the institution owns. */
    List<WorkingGroupMember> inside(UUID owner, Collection<UUID> groups, Instant now) {
        return getEntityManager()
                .createQuery(
                        "from WorkingGroupMember m where m.owner = :owner and m.groupId in :groups and " + INSIDE,
                        WorkingGroupMember.class)
                .setParameter("owner", owner)
                .setParameter("groups", groups)
                .setParameter("now", now)
                .getResultList();
    }

    List<UUID> insideSince(UUID owner, UUID group, Instant since, Instant now) {
        return getEntityManager()
                .createQuery(
                        """
                        select distinct m.participantId from WorkingGroupMember m
                        where m.owner = :owner and m.groupId = :group and m.joinedAt <= :now
                          and (m.leftAt is null or m.leftAt > :since and m.leftAt > m.joinedAt)""",
                        UUID.class)
                .setParameter("owner", owner)
                .setParameter("group", group)
                .setParameter("since", since)
                .setParameter("now", now)
                .getResultList();
    }

    /** @return false when the institution is inside already, or is to be */
    boolean join(WorkingGroup group, UUID participant, Instant at) {
        return getEntityManager()
                        .createNativeQuery(
                                """
                                insert into working_group_member (owner, group_id, participant_id, joined_at)
                                values (?1, ?2, ?3, ?4) on conflict do nothing
                                """)
                        .setParameter(1, group.owner)
                        .setParameter(2, group.id)
                        .setParameter(3, participant)
                        .setParameter(4, at)
                        .executeUpdate()
                > 0;
    }
}
