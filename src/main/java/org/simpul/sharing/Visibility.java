package org.simpul.sharing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rule of who may see what, as a condition that every finder takes (the Java wall; the database wall is the same
 * rule in {@code 002-sharing.sql}).
 *
 * <blockquote>A caller may see a version when its participant owns it, or when it is sealed and a live disclosure of it
 * reaches one of the caller's keys.</blockquote>
 *
 * <p>What its owner has restricted is for a team within it ({@code 016-referral-lifecycle.sql}, {@code 022-cases.sql}).
 */
public class Visibility {
    private final UUID participant;
    private final @Nullable UUID member;
    private final Collection<UUID> keys;
    private final Collection<UUID> suspended;
    private final Instant now;

    /** @param member whose team grants count; null for who passes all teams of the participant */
    Visibility(
            UUID participant, @Nullable UUID member, Collection<UUID> keys, Collection<UUID> suspended, Instant now) {
        this.participant = participant;
        this.member = member;
        this.keys = List.copyOf(keys);
        this.suspended = List.copyOf(suspended);
        this.now = now;
    }

    /**
     * @param version alias of an entity with {@code id}, {@code owner} and {@code sealedAt} in the query
     * @return an HQL condition; bind {@link #parameters()}
     */
    public String seen(String version, ObjectKind kind) {
        String withdrawn = kind.hiddenBySuspension() ? " and x.fromParticipant not in (:mySuspended)" : "";
        return """
                (%1$s.owner = :myParticipant or (%1$s.sealedAt is not null and (select 1 from Reach x
                  where x.objectId = %1$s.id and x.objectKind = %2$s and x.audience in (:myKeys)
                  and (x.expiresAt is null or x.expiresAt > :myNow)%3$s order by x.disclosureId limit 1) = 1))"""
                .formatted(version, "org.simpul.sharing.ObjectKind." + kind.name(), withdrawn);
    }

    /** Only what the caller's participant owns, for rows that are never disclosed. */
    public String owned(String row) {
        return "%s.owner = :myParticipant".formatted(row);
    }

    /**
     * The same for what may be RESTRICTED within the participant: then for its team, for who has a grant that runs, the
     * compliance officers and the jobs of the hub.
     *
     * @param row alias of an entity with {@code id}, {@code owner} and {@code restricted}
     */
    public String ownedWithinTeam(String row) {
        return member == null
                ? owned(row)
                : """
                (%1$s.owner = :myParticipant and (%1$s.restricted = false or (select 1 from TeamGrant g
                  where g.owner = %1$s.owner and g.objectId = %1$s.id and g.personId = :mySelf
                  and (g.expiresAt is null or g.expiresAt > :myNow) order by g.objectId limit 1) = 1))"""
                        .formatted(row);
    }

    /** A contribution to another's object: its writer and the object's owner. */
    public String contributed(String row) {
        return "(%1$s.owner = :myParticipant or %1$s.objectOwner = :myParticipant)".formatted(row);
    }

    /** What one member wrote to another: those two alone. */
    public String exchanged(String row) {
        return "(%1$s.owner = :myParticipant or %1$s.recipient = :myParticipant)".formatted(row);
    }

    /** What the conditions bind; those that a query does not name are left out by {@link #bind}. */
    public Map<String, Object> parameters() {
        return Map.of(
                "myParticipant", participant,
                "mySelf", member == null ? new UUID(0, 0) : member,
                "myKeys", keys,
                "mySuspended", suspended.isEmpty() ? List.of(new UUID(0, 0)) : suspended,
                "myNow", now);
    }

    /** Binds a scope to a query. */
    public <T> jakarta.persistence.TypedQuery<T> bind(jakarta.persistence.TypedQuery<T> query) {
        Map<String, Object> values = parameters();
        query.getParameters().forEach(parameter -> {
            Object value = parameter.getName() == null ? null : values.get(parameter.getName());
            if (value != null) {
                query.setParameter(parameter.getName(), value);
            }
        });
        return query;
    }
}
