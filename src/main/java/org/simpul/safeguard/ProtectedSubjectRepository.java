package org.simpul.safeguard;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Its finders take the id of a version that the calling use case has loaded in scope. */
@ApplicationScoped
class ProtectedSubjectRepository implements PanacheRepositoryBase<ProtectedSubject, UUID> {

    Optional<ProtectedSubject> ofSubject(UUID subjectId) {
        return find("subjectId", subjectId).firstResultOptional();
    }

    List<ProtectedSubject> ofVersions(Collection<UUID> versionIds, Collection<UUID> subjectIds) {
        return list("versionId in ?1 and subjectId in ?2 order by subjectId", versionIds, subjectIds);
    }

    List<ProtectedSubject> ofVersion(UUID versionId) {
        return list("versionId = ?1 order by subjectId", versionId);
    }
}
