package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.access.PeopleDirectory;
import org.simpul.access.Role;
import org.simpul.audit.NotAudited;

@ApplicationScoped
class People implements PeopleDirectory {
    private static final String LOOK_UP = "logins of colleagues, for use cases that are audited themselves";

    private final EntityManager database;

    People(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional
    @NotAudited(LOOK_UP)
    public Map<String, UUID> active(UUID participant, Collection<String> logins) {
        return find(
                        "select n.login, n.id from person n where n.participant_id = :participant"
                                + " and n.status = 'ACTIVE' and n.login in (:wanted) order by n.last_seen_at",
                        participant,
                        logins)
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1], (older, newer) -> newer));
    }

    @Override
    @Transactional
    @NotAudited(LOOK_UP)
    public Map<UUID, String> logins(UUID participant, Collection<UUID> people) {
        return find(
                        "select n.id, n.login from person n where n.participant_id = :participant and n.id in (:wanted)",
                        participant,
                        people)
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    @Override
    @Transactional
    @NotAudited("what somebody may still receive, for deliveries that are audited themselves")
    public Set<Role> roles(UUID participant, UUID person) {
        @SuppressWarnings("unchecked")
        List<String> names = database.createNativeQuery(
                        """
                        select held.role from person n
                        join participant p on p.id = n.participant_id and p.status = 'ADMITTED'
                        left join machine_client m on m.id = n.id and m.owner = p.id
                        cross join lateral unnest(case n.kind when 'MACHINE' then m.roles else n.roles end) held(role)
                        where n.id = :person and n.participant_id = :participant and n.status = 'ACTIVE'
                          and held.role = any(p.allowed_roles)
                        """)
                .setParameter("person", person)
                .setParameter("participant", participant)
                .getResultList();
        return names.stream().map(Role::of).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Object[]> find(String sql, UUID participant, Collection<?> wanted) {
        if (wanted.isEmpty()) {
            return Stream.empty();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(sql, Object[].class)
                .setParameter("participant", participant)
                .setParameter("wanted", wanted)
                .getResultList();
        return rows.stream();
    }
}
