package org.simpul.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.shared.Problem;

/** The Java wall: what every use case asks before it touches content. Denies by default. */
@ApplicationScoped
public class AccessPolicy {
    private final EntityManager database;
    private final InstantSource clock;

    AccessPolicy(EntityManager database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return what the caller may see now; taken by each finder */
    public Visibility visibility(Caller caller) {
        return visibility(caller, caller.passesTeams() ? null : caller.personId());
    }

    /** @return what everybody of the caller's institution may see: of no team, whoever asks */
    public Visibility visibilityOfAll(Caller caller) {
        return visibility(caller, new UUID(0, 0));
    }

    private Visibility visibility(Caller caller, @Nullable UUID member) {
        Instant now = clock.instant();
        List<UUID> keys = new ArrayList<>();
        keys.add(caller.participantId());
        if (caller.personId() != null) {
            keys.add(caller.personId());
        }
        keys.addAll(ids(
                """
                select c.id from community c where c.kind = :kind
                union all select m.group_id from working_group_member m
                where m.participant_id = :participant and m.joined_at <= :now and (m.left_at is null or m.left_at > :now)
                """,
                caller,
                now));
        List<UUID> suspended = ids("select p.id from participant p where p.status <> 'ADMITTED'", caller, now);
        return new Visibility(caller.participantId(), member, keys, suspended, now);
    }

    /**
     * Only the owner writes.
     *
     * @throws Problem NOT_FOUND for all others, even for who may read it: what can't be written is not told apart
     */
    public void requireOwner(Caller caller, UUID owner) {
        if (!caller.participantId().equals(owner)) {
            throw Problem.notFound();
        }
    }

    private List<UUID> ids(String sql, Caller caller, Instant now) {
        var query = database.createNativeQuery(sql);
        if (sql.contains(":kind")) {
            query.setParameter("kind", caller.kind().name())
                    .setParameter("participant", caller.participantId())
                    .setParameter("now", now);
        }
        @SuppressWarnings("unchecked")
        List<UUID> ids = query.getResultList();
        return ids;
    }
}
