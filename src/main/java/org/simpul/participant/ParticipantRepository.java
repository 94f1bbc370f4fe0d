package org.simpul.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Members are known to all members, applicants to those who admit: the database wall alone decides here. */
@ApplicationScoped
class ParticipantRepository implements PanacheRepositoryBase<Participant, UUID> {
    private final EntityManager database;

    ParticipantRepository(EntityManager database) {
        this.database = database;
    }

    boolean isFounded() {
        return (Boolean) database.createNativeQuery("select exists (select from founding)")
                .getSingleResult();
    }

    /** @param members a JSON array of the first members */
    void found(String members) {
        database.createNativeQuery("select cast(simpul_found(cast(?1 as jsonb)) as text)")
                .setParameter(1, members)
                .getSingleResult();
    }
}
