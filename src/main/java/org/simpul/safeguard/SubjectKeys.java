package org.simpul.safeguard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.safeguard.Keyring.Wrapped;
import org.simpul.shared.Ids;

/** The keys of the subjects that the running use case has loaded in scope; row-level security asks again. */
@ApplicationScoped
class SubjectKeys {
    private final EntityManager database;
    private final DataKeys dataKeys;
    private final InstantSource clock;

    SubjectKeys(EntityManager database, DataKeys dataKeys, InstantSource clock) {
        this.database = database;
        this.dataKeys = dataKeys;
        this.clock = clock;
    }

    /** @param ofKey the key of what is copied; null for what is not a copy */
    SubjectKey make(UUID owner, @Nullable UUID ofKey) {
        // until the end of the transaction: no keyset is taken that lacks the key which this one is wrapped by
        database.createNativeQuery("select cast(pg_advisory_xact_lock_shared(hashtext('simpul.keyset')) as text)")
                .getSingleResult();
        SubjectKey key = new SubjectKey();
        key.id = Ids.next();
        key.owner = owner;
        key.ofKey = ofKey;
        Wrapped made = dataKeys.make(key.id, owner);
        key.wrapped = made.bytes();
        key.kekId = made.kekId();
        key.madeAt = clock.instant();
        database.persist(key);
        return key;
    }

    /**
     * Holds a key until the transaction ends, so that what is copied under it meanwhile is destroyed with it.
     *
     * @return the key as it is now
     */
    SubjectKey hold(SubjectKey key) {
        database.createNativeQuery(
                        "select cast(pg_advisory_xact_lock_shared(hashtextextended(cast(:key as text), 0)) as text)")
                .setParameter("key", key.id.toString())
                .getSingleResult();
        database.refresh(key);
        return key;
    }

    Map<UUID, SubjectKey> byId(Collection<@Nullable UUID> ids) {
        var wanted = ids.stream().filter(Objects::nonNull).distinct().toList();
        return wanted.isEmpty()
                ? Collections.emptyMap()
                : database
                        .createQuery("from SubjectKey k where k.id in (:ids)", SubjectKey.class)
                        .setParameter("ids", wanted)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(key -> key.id, Function.identity()));
    }

    Optional<SubjectKey> find(@Nullable UUID id) {
        return id == null ? Optional.empty() : Optional.ofNullable(database.find(SubjectKey.class, id));
    }

    /**
     * Destroys a key that nothing uses any more; another version of the same subject may still.
     *
     * @return whether it is destroyed now
     */
    boolean destroyIfUnused(SubjectKey key) {
        long uses = database.createQuery("select count(*) from ProtectedSubject p where p.keyId = :key", Long.class)
                .setParameter("key", key.id)
                .getSingleResult();
        if (uses > 0 || key.isDestroyed()) {
            return false;
        }
        key.destroy(clock.instant());
        return true;
    }

    /** After the keeper has changed keys past what this transaction has read. */
    void forget(Collection<UUID> ids) {
        ids.forEach(id -> find(id).ifPresent(database::refresh));
    }
}
