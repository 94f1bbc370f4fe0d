package org.simpul.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantKind;
import org.simpul.participant.federation.IdentityProvider;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;

/** Members are known to all members, applicants to those who admit: the database wall alone decides here. */
@ApplicationScoped
class ParticipantRepository implements PanacheRepositoryBase<Participant, UUID> {
    private final EntityManager database;

    ParticipantRepository(EntityManager database) {
        this.database = database;
    }

    /** @throws Problem NOT_FOUND when there is none */
    Participant require(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    List<Participant> newest(@Nullable ParticipantStatus status, PageRequest page) {
        return find("id < ?1 and (?2 is null or status = ?2) order by id desc", page.before(), status)
                .range(0, page.size())
                .list();
    }

    /** Suspends, or takes out for good. */
    void close(UUID participant, ParticipantStatus status) {
        database.createNativeQuery("select cast(simpul_close(?1, ?2) as text)")
                .setParameter(1, participant)
                .setParameter(2, status.name())
                .getSingleResult();
    }

    /** @return those whom Keycloak is not like yet */
    List<Participant> toProvision() {
        return find("""
                        from Participant p where p.provisionedRevision < p.revision or exists (select 1 from MachineClient m
                          where m.owner = p.id and m.provisionedRevision < m.revision)
                        order by p.alias
                        """)
                .list();
    }

    void provisioned(UUID participant, long revision) {
        database.createNativeQuery("select cast(simpul_provisioned(?1, ?2) as text)")
                .setParameter(1, participant)
                .setParameter(2, revision)
                .getSingleResult();
    }

    /** Keeps a first member's metadata as they were seen. */
    void pin(UUID participant, String metadata) {
        database.createNativeQuery("select cast(simpul_pin(?1, ?2) as text)")
                .setParameter(1, participant)
                .setParameter(2, metadata)
                .getSingleResult();
    }

    /** @return the institutions whose people may agree to admissions now */
    List<Participant> approvers() {
        return list("kind in ?1", List.of(ParticipantKind.FIU, ParticipantKind.SUPERVISOR)).stream()
                .filter(Participant::isApprover)
                .toList();
    }

    /** One at a time over all instances of the hub; released with the transaction. */
    void queueProvisioning() {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended('provisioning', 0)) as text)")
                .getSingleResult();
    }

    Optional<IdentityProvider> provider(UUID participant) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(
                        """
                        select protocol, metadata_url, metadata, client_id, roles_claim, fingerprint
                        from identity_provider where owner = ?1
                        """,
                        Object[].class)
                .setParameter(1, participant)
                .stream()
                .map(ParticipantRepository::provider)
                .findFirst();
    }

    /** @return those of all other institutions whose metadata are known */
    List<IdentityProvider> otherProviders(UUID participant) {
        return database
                .unwrap(Session.class)
                .createNativeQuery(
                        """
                        select protocol, metadata_url, metadata, client_id, roles_claim, fingerprint
                        from identity_provider where owner <> ?1 and metadata is not null
                        """,
                        Object[].class)
                .setParameter(1, participant)
                .stream()
                .map(ParticipantRepository::provider)
                .toList();
    }

    private static IdentityProvider provider(Object[] row) {
        return new IdentityProvider(
                IdentityProvider.Protocol.valueOf((String) row[0]),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5]);
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
