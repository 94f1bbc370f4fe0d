package org.simpul.statistics.effect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.casework.Outcome;

/** Counts within the walls of whoever asks: rows that the caller's institution owns, or was given. */
@ApplicationScoped
class EffectReader {
    private static final String ADOPTIONS =
            """
            select count(distinct a.owner) filter (where a.ended_at is null), count(distinct a.owner)
            from typology_adoption a where a.object_id = :version and a.object_owner = :fiu
            """;
    private static final String CITING =
            """
            select count(*), count(distinct i.referral_owner) from intake i
            where i.owner = :fiu and i.version_id in
              (select f.version_id from referral_red_flag f where f.typology_version_id = :version)
            """;
    private static final String OUTCOMES =
            """
            select r.outcome, count(distinct i.id) from intake i
              join dissemination_origin o on o.intake_id = i.id
              join dissemination_response r on r.object_id = o.version_id
            where i.owner = :fiu and o.owner = :fiu and r.object_owner = :fiu and r.kind = 'OUTCOME'
              and i.version_id in (select f.version_id from referral_red_flag f where f.typology_version_id = :version)
              and not exists (select from dissemination_response c where c.owner = r.owner and c.corrects = r.id)
            group by r.outcome
            """;
    private static final String JUDGED =
            """
            select count(*) filter (where judged.useful), count(*) filter (where not judged.useful)
            from (select i.id, bool_or(r.outcome = any(:useful)) as useful from intake i
                join dissemination_origin o on o.intake_id = i.id
                join dissemination_response r on r.object_id = o.version_id
              where i.owner = :fiu and o.owner = :fiu and r.object_owner = :fiu and r.kind = 'OUTCOME'
                and (r.outcome = any(:useful) or r.outcome = 'FALSE_POSITIVE')
                and i.version_id in (select f.version_id from referral_red_flag f where f.typology_version_id = :version)
                and not exists (select from dissemination_response c where c.owner = r.owner and c.corrects = r.id)
              group by i.id) judged
            """;
    private static final String SIGHTINGS =
            "select s.seen, s.false_positive from simpul_typology_sightings(:version) s";

    private final EntityManager database;

    EffectReader(EntityManager database) {
        this.database = database;
    }

    /** Two counts. */
    record Pair(long first, long second) {}

    /** @return institutions that use it now, and those that ever did */
    Pair adoptions(UUID fiu, UUID version) {
        return pair((Object[]) database.createNativeQuery(ADOPTIONS)
                .setParameter("fiu", fiu)
                .setParameter("version", version)
                .getSingleResult());
    }

    /** @return referrals that cite it, and how many institutions submitted them */
    Pair citing(UUID fiu, UUID version) {
        return pair((Object[]) database.createNativeQuery(CITING)
                .setParameter("fiu", fiu)
                .setParameter("version", version)
                .getSingleResult());
    }

    /** @return citing referrals by the outcomes of what they stand behind, without outcomes that were corrected */
    Map<Outcome, Long> outcomes(UUID fiu, UUID version) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        List<?> rows = database.createNativeQuery(OUTCOMES)
                .setParameter("fiu", fiu)
                .setParameter("version", version)
                .getResultList();
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            counts.put(Outcome.valueOf((String) values[0]), ((Number) values[1]).longValue());
        }
        return counts;
    }

    /** @return citing referrals with an outcome out of {@code useful}, and those with false positives alone */
    Pair judged(UUID fiu, UUID version, List<Outcome> useful) {
        return pair((Object[]) database.createNativeQuery(JUDGED)
                .setParameter("fiu", fiu)
                .setParameter("version", version)
                .setParameter("useful", useful.stream().map(Outcome::name).toArray(String[]::new))
                .getSingleResult());
    }

    /** @return how often entries that name its typology were seen while it was the newest version, and how often falsely */
    Pair sightings(UUID version) {
        return pair((Object[]) database.createNativeQuery(SIGHTINGS)
                .setParameter("version", version)
                .getSingleResult());
    }

    private static Pair pair(Object[] row) {
        return new Pair(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }
}
