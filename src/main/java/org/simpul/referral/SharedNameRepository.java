package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.identifier.PersonName;
import org.simpul.sharing.Visibility;

/** Writes the keys of a submission's names, and finds names that are like them. */
@ApplicationScoped
class SharedNameRepository {
    /** Subjects whose names share a key: whatever has more of them is a name of many. */
    private static final int MOST_FOR_A_KEY = 100;

    private static final int MOST_ALIKE = 500;

    private final EntityManager database;

    SharedNameRepository(EntityManager database) {
        this.database = database;
    }

    /** @param version about to be sealed */
    void write(ReferralVersion version) {
        named(version).forEach(subject -> PersonName.of(subject.name)
                .keys()
                .forEach(key -> database.persist(ReferralNameKey.of(subject, key))));
        database.flush();
    }

    private List<ReferralSubject> named(ReferralVersion version) {
        return database.createQuery(
                        "from ReferralSubject s where s.versionId = :version and s.isProtected = false"
                                + " and s.name is not null order by s.position",
                        ReferralSubject.class)
                .setParameter("version", version.id)
                .getResultList();
    }

    /**
     * @param version sealed, and loaded in scope
     * @param alike from which likeness on, 0 to 100
     * @return the most alike first, each two subjects once
     */
    SharedNames of(Visibility scope, ReferralVersion version, int alike) {
        String query =
                """
                select m.subjectId, m.key, o.subjectId, o.reference, o.name, o.referralId, o.owner
                  from ReferralNameKey m
                  join lateral (
                    select s.id as subjectId, s.reference as reference, s.name as name, v.referralId as referralId,
                           v.owner as owner, v.id as versionId
                      from ReferralNameKey k join ReferralVersion v on v.id = k.versionId
                      join ReferralSubject s on s.id = k.subjectId
                     where k.key = m.key and v.referralId <> :referral and %s
                     order by k.versionId desc limit :most) o
                 where m.versionId = :version
                 order by o.versionId desc, o.subjectId, m.subjectId, m.key
                """
                        .formatted(VersionRepository.lastSubmitted(scope));
        List<Object[]> rows = scope.bind(database.createQuery(query, Object[].class)
                        .setParameter("version", version.id)
                        .setParameter("referral", version.referralId)
                        .setParameter("most", MOST_FOR_A_KEY + 1))
                .getResultList();
        Map<List<Object>, Long> holders =
                rows.stream().collect(Collectors.groupingBy(row -> List.of(row[0], row[1]), Collectors.counting()));
        Map<UUID, ReferralSubject> mine = new HashMap<>();
        named(version).forEach(subject -> mine.put(subject.id, subject));
        Map<UUID, PersonName> names = new HashMap<>();
        mine.forEach((id, subject) -> names.put(id, PersonName.of(subject.name)));
        Set<String> common = new HashSet<>();
        Map<List<UUID>, SharedName> found = new LinkedHashMap<>();
        for (Object[] row : rows) {
            ReferralSubject subject = mine.get((UUID) row[0]);
            List<UUID> pair = List.of(subject.id, (UUID) row[2]);
            if (holders.get(List.of(row[0], row[1])) > MOST_FOR_A_KEY) {
                common.add(subject.reference);
            } else if (!found.containsKey(pair)) {
                int likeness = names.get(subject.id).likeness(PersonName.of((String) row[4]));
                found.put(pair, new SharedName(subject.reference, (String) row[3], likeness, (UUID) row[5], (UUID)
                        row[6]));
            }
        }
        List<SharedName> told = found.values().stream()
                .filter(name -> name.likeness() >= alike)
                .sorted(Comparator.comparingInt(SharedName::likeness).reversed())
                .toList();
        return new SharedNames(told.stream().limit(MOST_ALIKE).toList(), Set.copyOf(common), told.size() > MOST_ALIKE);
    }
}
