package org.simpul.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.Permission;
import org.simpul.sharing.Visibility;

/** Items of one institution; those for a caller are the ones that its roles and its person are addressed by. */
@ApplicationScoped
class ItemRepository implements PanacheRepositoryBase<Item, UUID> {
    private static final String UNREAD = "i.id not in (select m.notificationId from ReadMark m"
            + " where m.owner = i.owner and m.personId = :person) and ";

    /** Newest first. */
    List<Item> newest(Visibility scope, Caller caller, boolean unread, UUID before, int rows) {
        TypedQuery<Item> query = forCaller(scope, caller, (unread ? UNREAD : "") + "i.id < :before", "i.id desc")
                .setParameter("before", before);
        return query.setMaxResults(rows).getResultList();
    }

    /** In the order in which they came. */
    List<Item> after(Visibility scope, Caller caller, long position, int rows) {
        return forCaller(scope, caller, "i.position > :position", "i.position")
                .setParameter("position", position)
                .setMaxResults(rows)
                .getResultList();
    }

    Optional<Item> find(Visibility scope, Caller caller, UUID id) {
        return forCaller(scope, caller, "i.id = :id", "i.id").setParameter("id", id).getResultList().stream()
                .findFirst();
    }

    /** For a sending, which is authorised by what the institution or the person sees. */
    Optional<Item> find(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Item i where i.id = :id and " + scope.owned("i"), Item.class)
                        .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Of a sending. */
    Item of(Visibility scope, UUID outgoing) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Item i where i.id = (select o.notificationId from Outgoing o where o.id = :outgoing)"
                                        + " and " + scope.owned("i"),
                                Item.class)
                        .setParameter("outgoing", outgoing))
                .getSingleResult();
    }

    boolean isKnown(Visibility scope, UUID sourceId) {
        return !scope.bind(getEntityManager()
                        .createQuery(
                                "select i.id from Item i where i.sourceId = :source and " + scope.owned("i"),
                                UUID.class)
                        .setParameter("source", sourceId))
                .getResultList()
                .isEmpty();
    }

    /** @return 0 before the first */
    long lastPosition(Visibility scope) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select coalesce(max(i.position), 0L) from Item i where " + scope.owned("i"),
                                Long.class))
                .getSingleResult();
    }

    /** One after the other within an institution, so that positions become visible in their order. */
    void queue(UUID owner) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('notification ' || cast(?1 as text), 0)) as text)")
                .setParameter(1, owner)
                .getSingleResult();
    }

    Set<UUID> read(Caller caller, Collection<UUID> ids) {
        return Set.copyOf(getEntityManager()
                .createQuery(
                        "select m.notificationId from ReadMark m where m.owner = :owner and m.personId = :person"
                                + " and m.notificationId in (:ids)",
                        UUID.class)
                .setParameter("owner", caller.participantId())
                .setParameter("person", caller.person())
                .setParameter("ids", ids)
                .getResultList());
    }

    /** Marking again changes nothing. */
    void mark(Caller caller, Collection<UUID> ids, Instant now) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into notification_read_mark (owner, notification_id, person_id, read_at)
                        select ?1, unnest(?2), ?3, ?4 on conflict do nothing
                        """)
                .setParameter(1, caller.participantId())
                .setParameter(2, ids.toArray(UUID[]::new))
                .setParameter(3, caller.person())
                .setParameter(4, now)
                .executeUpdate();
    }

    private TypedQuery<Item> forCaller(Visibility scope, Caller caller, String condition, String order) {
        List<String> permissions = Arrays.stream(Permission.values())
                .filter(caller::may)
                .map(Permission::text)
                .toList();
        TypedQuery<Item> query = getEntityManager()
                .createQuery(
                        "from Item i where " + condition + " and " + scope.owned("i")
                                + " and i.permission in (:permissions)"
                                + " and (i.personId is null or i.personId = :person) order by " + order,
                        Item.class);
        return scope.bind(query.setParameter("permissions", permissions.isEmpty() ? List.of("") : permissions)
                .setParameter("person", caller.person()));
    }
}
