package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.referral.SharedValue.Holder;
import org.simpul.sharing.Visibility;

/** Finds by index, at query time, what two submissions have in common; nothing of it is stored. */
@ApplicationScoped
class SharedValueRepository {
    /** Values of one submission that are looked for: its subjects' first, then those of most transactions. */
    private static final int MOST_VALUES = 1_000;

    /** Versions that are walked for a value, the newest first: whatever has more of them is shared by everybody. */
    private static final int MOST_VERSIONS = 200;

    /** Its values, each once. */
    private static final String MINE =
            """
            with stands as (
              select i.type as type, i.scope as scope, i.value as value, 1000000 as times
                from ReferralIdentifier i where i.versionId = :version
              union all select t.fromType as type, t.fromScope as scope, t.fromValue as value, 1 as times
                from ReferralTransaction t where t.versionId = :version and t.fromType <> :protected
              union all select t.toType as type, t.toScope as scope, t.toValue as value, 1 as times
                from ReferralTransaction t where t.versionId = :version and t.toType <> :protected),
            mine as (
              select s.type as type, s.scope as scope, s.value as value, count(*) over () as total
                from stands s group by s.type, s.scope, s.value
               order by sum(s.times) desc, s.value limit :values)""";

    private final EntityManager database;

    SharedValueRepository(EntityManager database) {
        this.database = database;
    }

    /**
     * Walks the versions that hold a value by one probe of the index for each, so that a version in which it stands
     * 100,000 times costs as much as one in which it stands once.
     *
     * @param version sealed, and loaded in scope
     * @param most holders of a value that are told
     */
    SharedValues of(Visibility scope, ReferralVersion version, int most) {
        String query =
                """
                %s,
                walk as (
                  select m.type as type, m.scope as scope, m.value as value, 1 as step,
                    greatest(
                      (select o.versionId from ReferralIdentifier o where o.value = m.value and o.type = m.type
                          and o.scope = m.scope order by o.versionId desc limit 1),
                      (select o.versionId from ReferralTransaction o where o.fromValue = m.value and o.fromType = m.type
                          and o.fromScope = m.scope order by o.versionId desc limit 1),
                      (select o.versionId from ReferralTransaction o where o.toValue = m.value and o.toType = m.type
                          and o.toScope = m.scope order by o.versionId desc limit 1)) as versionId
                    from mine m
                  union all
                  select w.type as type, w.scope as scope, w.value as value, w.step + 1 as step,
                    greatest(
                      (select o.versionId from ReferralIdentifier o where o.value = w.value and o.type = w.type
                          and o.scope = w.scope and o.versionId < w.versionId order by o.versionId desc limit 1),
                      (select o.versionId from ReferralTransaction o where o.fromValue = w.value and o.fromType = w.type
                          and o.fromScope = w.scope and o.versionId < w.versionId order by o.versionId desc limit 1),
                      (select o.versionId from ReferralTransaction o where o.toValue = w.value and o.toType = w.type
                          and o.toScope = w.scope and o.versionId < w.versionId order by o.versionId desc limit 1))
                      as versionId
                    from walk w where w.versionId is not null and w.step < :versions)
                select w.type, w.scope, w.value, w.step, v.id, v.referralId, v.owner
                  from walk w left join ReferralVersion v on v.id = w.versionId
                   and v.referralId <> :referral and %s
                 where v.id is not null or w.versionId is not null and w.step = :versions
                 order by w.type, w.scope, w.value, w.step
                """
                        .formatted(MINE, VersionRepository.lastSubmitted(scope));
        List<Object[]> rows = scope.bind(bound(version, database.createQuery(query, Object[].class))
                        .setParameter("referral", version.referralId)
                        .setParameter("versions", MOST_VERSIONS))
                .getResultList();
        Map<Identifier, List<Object[]>> byValue = new LinkedHashMap<>();
        rows.forEach(row -> byValue.computeIfAbsent(identifier(row), value -> new ArrayList<>())
                .add(row));
        // those that nobody shares are counted as well
        long all = bound(version, database.createQuery(MINE + " select m.total from mine m", Long.class))
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(0L);
        return new SharedValues(
                byValue.entrySet().stream()
                        .map(entry -> value(entry.getKey(), entry.getValue(), most))
                        .toList(),
                (int) Math.max(0, all - MOST_VALUES));
    }

    /** @param version sealed, and loaded in scope */
    List<Identifier> of(ReferralVersion version) {
        return bound(
                        version,
                        database.createQuery(MINE + " select m.type, m.scope, m.value from mine m", Object[].class))
                .getResultList()
                .stream()
                .map(SharedValueRepository::identifier)
                .toList();
    }

    private static <T> TypedQuery<T> bound(ReferralVersion version, TypedQuery<T> query) {
        return query.setParameter("version", version.id)
                .setParameter("protected", Party.PROTECTED)
                .setParameter("values", MOST_VALUES);
    }

    /** @param rows of holders, and of the last step of a walk that was not to its end, whether or not it met a holder */
    private static SharedValue value(Identifier identifier, List<Object[]> rows, int most) {
        List<Holder> holders = rows.stream()
                .filter(row -> row[4] != null)
                .map(row -> new Holder((UUID) row[4], (UUID) row[5], (UUID) row[6]))
                .toList();
        boolean cut = ((Number) rows.get(rows.size() - 1)[3]).intValue() == MOST_VERSIONS;
        return new SharedValue(identifier, holders.stream().limit(most).toList(), cut || holders.size() > most);
    }

    private static Identifier identifier(Object[] row) {
        return new Identifier(IdentifierType.valueOf((String) row[0]), (String) row[1], (String) row[2]);
    }
}
