package org.simpul.safeguard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.simpul.audit.NotAudited;
import org.simpul.shared.Ids;

/**
 * Compares protected subjects of several submissions without showing one (R3). The digests are the FIU's own rows, made
 * when it takes a submission in: no submitter reads them, and none can find out by trying whom another one protects.
 */
@ApplicationScoped
@Transactional
public class SubjectDigests {
    private static final String INSIDE = "a part of use cases that are audited themselves";
    private static final String USE = "compared subjects ";
    /** A value that stands in more intakes than this is a filler or a name of many, and says nothing. */
    private static final int HOT = 20;

    private static final int MOST = 200;

    /** Parameters of one query. */
    private static final int MOST_AT_ONCE = 5_000;

    private final EntityManager database;
    private final ProtectedSubjects subjects;
    private final KeyedDigest digest;

    SubjectDigests(EntityManager database, ProtectedSubjects subjects, KeyedDigest digest) {
        this.database = database;
        this.subjects = subjects;
        this.digest = digest;
    }

    /**
     * Two subjects that have something in common.
     *
     * @param kind what matched; never the value
     */
    public record Match(
            String reference, UUID intakeId, String otherReference, UUID otherIntakeId, ComparedKind kind) {}

    /**
     * Puts the digests of an intake's protected subjects in the place of those before.
     *
     * @param owner the FIU, who acts
     * @param references of protected subjects by their ids, in versions that the FIU sees
     */
    @NotAudited(INSIDE)
    public void replace(UUID owner, UUID intakeId, Map<UUID, String> references) {
        database.createQuery("delete from SubjectDigest d where d.owner = :owner and d.intakeId = :intake")
                .setParameter("owner", owner)
                .setParameter("intake", intakeId)
                .executeUpdate();
        references.forEach((subjectId, reference) -> subjects.of(subjectId).ifPresent(details -> {
            SubjectDigest row = new SubjectDigest();
            row.owner = owner;
            row.intakeId = intakeId;
            row.subjectId = subjectId;
            row.reference = reference;
            details.names().stream()
                    .map(ComparedValues::name)
                    .flatMap(Optional::stream)
                    .distinct()
                    .forEach(name -> add(row, ComparedKind.NAME, name));
            details.identifiers().stream()
                    .map(ComparedValues::identifier)
                    .distinct()
                    .forEach(value -> add(row, ComparedKind.IDENTIFIER, value));
        }));
        database.flush();
    }

    private void add(SubjectDigest like, ComparedKind kind, String value) {
        SubjectDigest row = new SubjectDigest();
        row.id = Ids.next();
        row.owner = like.owner;
        row.intakeId = like.intakeId;
        row.subjectId = like.subjectId;
        row.reference = like.reference;
        row.kind = kind;
        row.digest = digest(kind, value);
        database.persist(row);
    }

    /** What an identifier of somebody who is protected would be kept as. */
    @NotAudited(INSIDE)
    public byte[] of(ProtectedValue identifier) {
        return digest(ComparedKind.IDENTIFIER, ComparedValues.identifier(identifier));
    }

    private byte[] digest(ComparedKind kind, String value) {
        return digest.of(USE + kind.name(), value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param owner the FIU, who asks
     * @return the intakes whose protected subjects hold one of the values
     */
    @NotAudited(INSIDE)
    public Set<UUID> holding(UUID owner, Collection<ProtectedValue> values) {
        List<byte[]> digests = values.stream()
                .map(ComparedValues::identifier)
                .distinct()
                .map(value -> digest(ComparedKind.IDENTIFIER, value))
                .toList();
        Set<UUID> intakes = new HashSet<>();
        for (int from = 0; from < digests.size(); from += MOST_AT_ONCE) {
            intakes.addAll(database.createQuery(
                            "select distinct d.intakeId from SubjectDigest d where d.owner = :owner"
                                    + " and d.digest in (:digests)",
                            UUID.class)
                    .setParameter("owner", owner)
                    .setParameter("digests", digests.subList(from, Math.min(digests.size(), from + MOST_AT_ONCE)))
                    .getResultList());
        }
        return intakes;
    }

    /**
     * @param owner the FIU, who asks
     * @param intakeIds those of a case, loaded in scope
     * @return what their subjects have in common with those of other intakes, each pair and kind once; at most 200
     */
    @NotAudited(INSIDE)
    public List<Match> matches(UUID owner, Collection<UUID> intakeIds) {
        if (intakeIds.isEmpty()) {
            return List.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(
                        """
                        select distinct a.intake_id, a.reference, b.intake_id as other_intake, b.reference as other_reference,
                          a.kind
                        from subject_digest a
                        join subject_digest b on b.owner = a.owner and b.digest = a.digest and b.kind = a.kind
                          and b.intake_id <> a.intake_id
                        where a.owner = :owner and a.intake_id = any(:intakes)
                          and (b.intake_id > a.intake_id or b.intake_id <> all(:intakes))
                          and (select count(distinct h.intake_id) from subject_digest h
                            where h.owner = a.owner and h.digest = a.digest) <= :hot
                        order by a.intake_id, a.reference, other_intake, other_reference, a.kind
                        """,
                        Object[].class)
                .setParameter("owner", owner)
                .setParameter("intakes", intakeIds.toArray(UUID[]::new))
                .setParameter("hot", HOT)
                .setMaxResults(MOST)
                .getResultList();
        return rows.stream()
                .map(row -> new Match(
                        (String) row[1], (UUID) row[0], (String) row[3], (UUID) row[2], ComparedKind.valueOf((String)
                                row[4])))
                .toList();
    }
}
