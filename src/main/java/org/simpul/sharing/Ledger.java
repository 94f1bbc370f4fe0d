package org.simpul.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.WorkingGroupDirectory;
import org.simpul.access.WorkingGroupDirectory.Group;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.outbox.Outbox;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/** Writes the ledger. Who may share what under which approval is the business of the room that calls. */
@ApplicationScoped
public class Ledger {
    private final EntityManager database;
    private final CurrentCaller current;
    private final ParticipantDirectory directory;
    private final WorkingGroupDirectory groups;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    Ledger(
            EntityManager database,
            CurrentCaller current,
            ParticipantDirectory directory,
            WorkingGroupDirectory groups,
            Outbox outbox,
            AuditLog audit,
            InstantSource clock) {
        this.database = database;
        this.current = current;
        this.directory = directory;
        this.groups = groups;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who would receive it now, to be shown before anything is shared.
     *
     * @return names of institutions, in order
     * @throws Problem INVALID when nobody would, or when somebody is no admitted member, or for a group that is not the
     *     caller's own
     */
    @Transactional
    @NotAudited("names of members, for use cases that are audited themselves")
    public List<Member> recipients(Audience audience) {
        List<Member> members = present(audience);
        if (!members.stream().map(Member::id).toList().containsAll(audience.participants())) {
            throw Problem.invalid("audience", "unknown_recipient");
        }
        if (members.isEmpty() && audience.persons().isEmpty()) {
            throw Problem.invalid("audience", "empty_audience");
        }
        return members;
    }

    /** Those of an audience that was chosen before who are members today, by name; there may be none left. */
    @Transactional
    @NotAudited("tells the use case that goes on whom it reaches")
    public List<Member> present(Audience audience) {
        Set<Member> members = new LinkedHashSet<>(directory.admittedOf(audience.participants()));
        if (!audience.communities().isEmpty()) {
            members.addAll(directory.admitted(audience.communities()));
        }
        inside(audience.groups()).forEach(members::add);
        return members.stream().sorted(Comparator.comparing(Member::name)).toList();
    }

    private Stream<Member> inside(List<UUID> ids) {
        Map<UUID, Group> own = groups.owned(current.get().participantId(), ids);
        if (!own.keySet().containsAll(ids)) {
            throw Problem.invalid("audience", "unknown_recipient");
        }
        return own.values().stream().flatMap(group -> group.members().stream()).distinct();
    }

    /**
     * Discloses a version that the caller's participant owns.
     *
     * @return ids of the disclosures, one for each key of the audience
     * @throws Problem NOT_FOUND when the caller does not own it; INVALID for an empty audience, or for TLP:RED to anyone
     *     but named persons
     */
    @Transactional
    public List<UUID> disclose(SharedVersion version, Audience audience, Terms terms) {
        recipients(audience);
        return rows(version, audience, terms);
    }

    /**
     * Discloses what ends something to who has that: also to an institution that is suspended, which reads it when it is
     * back.
     *
     * @throws Problem NOT_FOUND when the caller does not own it
     */
    @Transactional
    public List<UUID> discloseEnd(SharedVersion version, UUID institution, Terms terms) {
        return rows(version, Audience.participant(institution), terms);
    }

    private List<UUID> rows(SharedVersion version, Audience audience, Terms terms) {
        Caller caller = current.get();
        if (!caller.participantId().equals(version.owner())) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        boolean named = audience.participants().isEmpty()
                && audience.communities().isEmpty()
                && audience.groups().isEmpty();
        if (terms.handling().tlp() == Tlp.RED && !named) {
            throw Problem.invalid("audience", "red_names_persons");
        }
        // the seal goes to the database first: the ledger takes sealed versions only
        database.flush();
        List<UUID> ids = new ArrayList<>();
        audience.participants().forEach(to -> ids.add(row(version, terms, caller, row -> row.toParticipant = to)));
        audience.communities().forEach(to -> ids.add(row(version, terms, caller, row -> row.toCommunity = to)));
        audience.groups().forEach(to -> ids.add(row(version, terms, caller, row -> row.toGroup = to)));
        audience.persons().forEach(to -> ids.add(row(version, terms, caller, row -> row.toPerson = to)));
        database.flush();
        audit.record(
                SharingAct.VERSION_DISCLOSED,
                new AuditedObject(version.kind().name(), version.id(), version.owner()),
                ids.toString());
        return ids;
    }

    /** @return whether the caller's participant has given the version to an institution as a whole, and it stands */
    @Transactional
    @NotAudited("asked inside use cases that are audited themselves")
    public boolean isGiven(ObjectKind kind, UUID version, UUID to) {
        return !database.createQuery(
                        """
                        select d.id from Disclosure d where d.objectKind = :kind and d.objectId = :version
                          and d.toParticipant = :to and d.fromParticipant = :from and d.recalledAt is null
                          and (d.expiresAt is null or d.expiresAt > :now)""",
                        UUID.class)
                .setParameter("kind", kind)
                .setParameter("version", version)
                .setParameter("to", to)
                .setParameter("from", current.get().participantId())
                .setParameter("now", clock.instant())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /**
     * Takes back what the caller's participant gave: from the next request on nobody of the audience reads it, nor whoever
     * it was handed on to. What others handed on to an institution of the audience the database takes back as well.
     *
     * @param audience institutions and persons
     * @return how many disclosures were live and are not any more
     */
    @Transactional
    public int recall(SharedVersion version, Audience audience, String reason) {
        List<UUID> keys = new ArrayList<>(audience.participants());
        keys.addAll(audience.persons());
        return recall(version, keys, false, reason);
    }

    /** The same from everybody to whom the caller's participant gave it. */
    @Transactional
    public int recall(SharedVersion version, String reason) {
        return recall(version, List.of(), true, reason);
    }

    private int recall(SharedVersion version, List<UUID> keys, boolean everybody, String reason) {
        Caller caller = current.get();
        Instant now = clock.instant();
        int recalled = database.createNativeQuery(
                        """
                        update disclosure set recalled_at = :now, recalled_by = :person, recall_reason = :reason
                        where object_id = :object and object_kind = :kind and from_participant = :from
                          and recalled_at is null and (:everybody or to_participant = any(:keys) or to_person = any(:keys))
                        """)
                .setParameter("now", now)
                .setParameter("person", caller.person())
                .setParameter("reason", reason)
                .setParameter("object", version.id())
                .setParameter("kind", version.kind().name())
                .setParameter("from", caller.participantId())
                .setParameter("everybody", everybody)
                .setParameter("keys", keys.toArray(UUID[]::new))
                .executeUpdate();
        database.createQuery(
                        "select d.id from Disclosure d where d.objectId = :object and d.recalledAt = :now", UUID.class)
                .setParameter("object", version.id())
                .setParameter("now", now)
                .getResultList()
                .forEach(id -> outbox.put(OnwardLedger.ENDED, id));
        audit.record(
                SharingAct.VERSION_RECALLED,
                new AuditedObject(version.kind().name(), version.id(), version.owner()),
                reason);
        return recalled;
    }

    private UUID row(SharedVersion version, Terms terms, Caller caller, Consumer<Disclosure> to) {
        Disclosure row = Disclosure.of(version, caller.participantId(), terms);
        to.accept(row);
        database.persist(row);
        return row.id;
    }
}
