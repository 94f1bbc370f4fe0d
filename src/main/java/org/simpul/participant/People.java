package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.access.PeopleDirectory;
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
