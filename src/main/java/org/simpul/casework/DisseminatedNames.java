package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.simpul.identifier.PersonName;

/** Names in disseminations: their keys, written as one is sealed, and which are like another. */
@ApplicationScoped
class DisseminatedNames {
    /** Names that share a key with the one that is looked for: whatever has more is a name of many. */
    private static final int MOST_CANDIDATES = 500;

    /** The versions first, then the keys in each: see {@code 012-protection.sql}. */
    static final String NAMED =
            """
            select distinct k.version_id, k.subject_id, s.name from dissemination_name_key k
            join dissemination_subject s on s.id = k.subject_id and s.owner = k.owner
            where k.version_id = any(:versions) and k.key = any(:keys) and s.name is not null
              and not exists (select 1 from dissemination_mask m
                where m.version_id = k.version_id and m.row_id = k.subject_id and m.part = 'SUBJECT')
            order by k.version_id desc, k.subject_id
            limit :most
            """;

    private final DisseminationRepository repository;
    private final CaseworkConfig config;

    DisseminatedNames(DisseminationRepository repository, CaseworkConfig config) {
        this.repository = repository;
        this.config = config;
    }

    /** @param version about to be sealed; a protected subject has no name there */
    void write(DisseminationVersion version) {
        for (DisseminationSubject subject : repository.subjects(version)) {
            if (subject.name != null) {
                PersonName.of(subject.name)
                        .keys()
                        .forEach(key -> repository.getEntityManager().persist(DisseminationNameKey.of(subject, key)));
            }
        }
        repository.flush();
    }

    /**
     * @param versions that the caller sees
     * @return by version the likeness of the name in it that is most like, of those that are alike
     */
    Map<UUID, Integer> alike(List<UUID> versions, PersonName name) {
        Map<UUID, Integer> alike = new HashMap<>();
        for (Object[] candidate : candidates(versions, name.keys())) {
            int likeness = name.likeness(PersonName.of((String) candidate[2]));
            if (likeness >= config.namesAlikeFrom()) {
                alike.merge((UUID) candidate[0], likeness, Math::max);
            }
        }
        return alike;
    }

    private List<Object[]> candidates(List<UUID> versions, Set<String> keys) {
        @SuppressWarnings("unchecked")
        List<Object[]> candidates = repository
                .getEntityManager()
                .createNativeQuery(NAMED, Object[].class)
                .setParameter("versions", versions.toArray(UUID[]::new))
                .setParameter("keys", keys.toArray(String[]::new))
                .setParameter("most", MOST_CANDIDATES)
                .getResultList();
        return candidates;
    }
}
