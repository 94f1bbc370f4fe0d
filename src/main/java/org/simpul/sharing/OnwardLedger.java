package org.simpul.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Outbox;

/** The rows of the ledger by which somebody hands on what another owns, each under a consent of that other. */
@ApplicationScoped
public class OnwardLedger {
    /** Kind of the event that a row was written, with its id. */
    public static final String HANDED_ON = "disclosure.handed-on";

    /** Kind of the event that a row has ended before its time, and all below it, with its id. */
    public static final String ENDED = "disclosure.ended";

    /**
     * Whoever an onward row at or below this one reached, and reaches no more by any other; without whom the owner itself
     * has taken it back from in the same act.
     */
    private static final String LOST =
            """
            with recursive live as (
              select d.id, d.to_participant from disclosure d
              where d.object_id = (select e.object_id from disclosure e where e.id = :ended)
                and d.parent_id is null and d.recalled_at is null and (d.expires_at is null or d.expires_at > :now)
              union all
              select d.id, d.to_participant from disclosure d join live l on l.id = d.parent_id
              where d.recalled_at is null and (d.expires_at is null or d.expires_at > :now)),
            hanging as (
              select d.id, d.object_id, d.consent_id, d.to_participant, d.recalled_at from disclosure d where d.id = :ended
              union all
              select d.id, d.object_id, d.consent_id, d.to_participant, d.recalled_at
              from disclosure d join hanging h on h.id = d.parent_id)
            select h.id from hanging h where h.consent_id is not null
              and not exists (select 1 from live l where l.to_participant = h.to_participant)
              and not exists (select 1 from disclosure o where o.object_id = h.object_id and o.consent_id is null
                and o.to_participant = h.to_participant and o.recalled_at = h.recalled_at)
            order by h.id
            """;

    /** Whether a row and all that it hangs on are neither recalled nor over. */
    private static final String LIVE =
            """
            with recursive above as (
              select d.* from disclosure d where d.id = :id
              union all
              select d.* from disclosure d join above a on d.id = a.parent_id)
            select bool_and(recalled_at is null and (expires_at is null or expires_at > :now)) from above
            """;

    private final EntityManager database;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    OnwardLedger(
            EntityManager database,
            CurrentCaller current,
            AccessPolicy policy,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock) {
        this.database = database;
        this.current = current;
        this.policy = policy;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who handed what on to whom.
     *
     * @param live whether it reaches its recipient: neither it nor what it hangs on is recalled or over
     */
    public record Row(UUID id, SharedVersion version, UUID giver, UUID recipient, boolean live) {}

    /** What reaches the caller of a version of another's: its owner's row before one that handed it on. */
    @Transactional
    @NotAudited("asked inside use cases that are audited themselves")
    public Optional<Received> received(ObjectKind kind, UUID id) {
        return received(kind, List.of(id)).stream().findFirst();
    }

    /** The same for many; several rows of one version follow each other. */
    @Transactional
    @NotAudited("asked inside use cases that are audited themselves")
    public List<Received> received(ObjectKind kind, Collection<UUID> ids) {
        Visibility scope = policy.visibility(current.get());
        return scope
                .bind(database.createQuery(
                                """
                                from Disclosure d where d.objectId in (:ids) and d.objectKind = :kind
                                  and d.objectOwner <> :myParticipant
                                  and d.id in (select x.disclosureId from Reach x where x.audience in (:myKeys)
                                    and x.objectId in (:ids) and (x.expiresAt is null or x.expiresAt > :myNow))
                                order by case when d.fromParticipant = d.objectOwner then 0 else 1 end, d.id""",
                                Disclosure.class)
                        .setParameter("ids", ids)
                        .setParameter("kind", kind))
                .getResultList()
                .stream()
                .map(row -> new Received(
                        row.id,
                        new SharedVersion(row.objectKind, row.objectId, row.objectOwner),
                        row.fromParticipant,
                        row.toPerson != null,
                        row.legalBasis,
                        new Handling(Tlp.of(row.tlp), Pap.of(row.pap)),
                        row.caveats,
                        row.expiresAt))
                .toList();
    }

    /**
     * Hands it on to institutions, each by a row of its own. The database refuses what the consent does not name.
     *
     * @return ids of the rows
     */
    @Transactional
    public List<UUID> handOn(Received from, UUID consentId, List<UUID> recipients, Terms terms) {
        Caller caller = current.get();
        List<UUID> ids = new ArrayList<>();
        for (UUID recipient : recipients) {
            Disclosure row = Disclosure.of(from.version(), caller.participantId(), terms);
            row.toParticipant = recipient;
            row.parentId = from.disclosureId();
            row.consentId = consentId;
            database.persist(row);
            outbox.put(HANDED_ON, row.id);
            ids.add(row.id);
        }
        database.flush();
        audit.record(
                SharingAct.VERSION_DISCLOSED,
                new AuditedObject(
                        from.version().kind().name(),
                        from.version().id(),
                        from.version().owner()),
                ids.toString());
        return ids;
    }

    /**
     * Takes back rows by which the caller's participant handed something on; what is taken back already is left as it is.
     * The database ends what hangs on them.
     *
     * @return how many were taken back
     */
    @Transactional
    public int recall(Collection<UUID> rows) {
        Caller caller = current.get();
        List<Disclosure> live = database.createQuery(
                        "from Disclosure d where d.id in (:rows) and d.fromParticipant = :from and d.recalledAt is null"
                                + " order by d.id",
                        Disclosure.class)
                .setParameter("rows", rows)
                .setParameter("from", caller.participantId())
                .getResultList();
        database.createNativeQuery(
                        "update disclosure set recalled_at = :now, recalled_by = :person, recall_reason = 'GIVER_RECALLED'"
                                + " where id = any(:rows) and from_participant = :from and recalled_at is null")
                .setParameter("now", clock.instant())
                .setParameter("person", caller.person())
                .setParameter("rows", rows.toArray(UUID[]::new))
                .setParameter("from", caller.participantId())
                .executeUpdate();
        for (Disclosure row : live) {
            outbox.put(ENDED, row.id);
            audit.record(
                    SharingAct.VERSION_RECALLED,
                    new AuditedObject(row.objectKind.name(), row.objectId, row.objectOwner),
                    "GIVER_RECALLED");
        }
        return live.size();
    }

    /** Tells what hangs on a consent that it has ended; the database has recalled it in the caller's transaction. */
    @Transactional
    public void endedWith(UUID consentId, SharedVersion version) {
        database.createQuery("select d.id from Disclosure d where d.consentId = :consent", UUID.class)
                .setParameter("consent", consentId)
                .getResultList()
                .forEach(id -> outbox.put(ENDED, id));
        audit.record(
                SharingAct.VERSION_RECALLED,
                new AuditedObject(version.kind().name(), version.id(), version.owner()),
                "CONSENT_REVOKED");
    }

    /** For the owner: what those who handed a version on have added to its caveats, over all rows. */
    @Transactional
    @NotAudited("asked inside use cases that are audited themselves")
    public List<String> addedCaveats(ObjectKind kind, UUID version) {
        return database.createQuery(
                        "select distinct d.caveats from Disclosure d where d.objectId = :version and d.objectKind = :kind"
                                + " and d.parentId is not null and d.caveats is not null",
                        String.class)
                .setParameter("version", version)
                .setParameter("kind", kind)
                .getResultList();
    }

    /** @return the row, for its giver and for whoever owns what it names */
    @Transactional
    @NotAudited("asked by the hub's own clerks, whose acts are audited")
    public Optional<Row> row(UUID id) {
        return Optional.ofNullable(database.find(Disclosure.class, id))
                .filter(row -> row.toParticipant != null)
                .map(row -> new Row(
                        row.id,
                        new SharedVersion(row.objectKind, row.objectId, row.objectOwner),
                        row.fromParticipant,
                        row.toParticipant,
                        isLive(row.id)));
    }

    private boolean isLive(UUID row) {
        return (Boolean) database.createNativeQuery(LIVE)
                .setParameter("id", row)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }

    /** For the owner: ids of the onward rows at or below one that ended, whose recipients have nothing left of it. */
    @Transactional
    @NotAudited("asked by the hub's own clerks, whose acts are audited")
    public List<UUID> lostWith(UUID ended) {
        @SuppressWarnings("unchecked")
        List<UUID> lost = database.createNativeQuery(LOST)
                .setParameter("ended", ended)
                .setParameter("now", clock.instant())
                .getResultList();
        return lost;
    }
}
