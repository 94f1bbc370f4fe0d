package org.simpul.safeguard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.simpul.audit.NotAudited;
import org.simpul.shared.Ids;

/**
 * Keeps the details of protected subjects, encrypted, beside an open version. Whoever calls has loaded the version in
 * the caller's scope; row-level security asks again.
 */
@ApplicationScoped
@Transactional
public class ProtectedSubjects {
    private static final String INSIDE = "a part of use cases that are audited themselves";

    private final ProtectedSubjectRepository repository;
    private final DetailsCipher cipher;

    ProtectedSubjects(ProtectedSubjectRepository repository, DetailsCipher cipher) {
        this.repository = repository;
        this.cipher = cipher;
    }

    /** Keeps the details of a subject of an open version, in place of those kept before. */
    @NotAudited(INSIDE)
    public void store(UUID versionId, UUID owner, UUID subjectId, ProtectedDetails details) {
        byte[] ciphertext = cipher.encrypt(details, subjectId, owner);
        repository
                .ofSubject(subjectId)
                .ifPresentOrElse(
                        kept -> kept.ciphertext = ciphertext, () -> insert(versionId, owner, subjectId, ciphertext));
    }

    /** Forgets a subject; nothing happens when none is kept. */
    @NotAudited(INSIDE)
    public void remove(UUID subjectId) {
        repository.ofSubject(subjectId).ifPresent(repository::delete);
        repository.flush();
    }

    /**
     * Carries protected subjects to a new version of the same owner. Each is encrypted anew, since a ciphertext holds
     * for one subject only.
     *
     * @param subjectIds id in the old version to id in the new one; those left out are not carried
     */
    @NotAudited(INSIDE)
    public void copy(UUID fromVersion, UUID toVersion, Map<UUID, UUID> subjectIds) {
        for (ProtectedSubject old : repository.ofVersion(fromVersion)) {
            UUID subjectId = subjectIds.get(old.subjectId);
            if (subjectId != null) {
                insert(toVersion, old.owner, subjectId, cipher.encrypt(details(old), subjectId, old.owner));
            }
        }
    }

    /** @return what is protected in a version, to keep it out of everything else that the version says */
    @NotAudited(INSIDE)
    public List<ProtectedDetails> ofVersion(UUID versionId) {
        return List.copyOf(bySubject(versionId).values());
    }

    /** @return the same with the subject's id in that version as key */
    @NotAudited(INSIDE)
    public Map<UUID, ProtectedDetails> bySubject(UUID versionId) {
        Map<UUID, ProtectedDetails> details = new LinkedHashMap<>();
        repository.ofVersion(versionId).forEach(kept -> details.put(kept.subjectId, details(kept)));
        return details;
    }

    private ProtectedDetails details(ProtectedSubject kept) {
        return cipher.decrypt(kept.ciphertext, kept.subjectId, kept.owner);
    }

    private void insert(UUID versionId, UUID owner, UUID subjectId, byte[] ciphertext) {
        ProtectedSubject kept = new ProtectedSubject();
        kept.id = Ids.next();
        kept.owner = owner;
        kept.versionId = versionId;
        kept.subjectId = subjectId;
        kept.ciphertext = ciphertext;
        repository.persist(kept);
    }
}
