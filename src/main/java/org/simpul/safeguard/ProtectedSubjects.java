package org.simpul.safeguard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.shared.Ids;

/**
 * Keeps the details of protected subjects beside a version, encrypted by a key of each subject. Whoever calls has loaded
 * the version in the caller's scope; row-level security asks again.
 */
@ApplicationScoped
@Transactional
public class ProtectedSubjects {
    private static final String INSIDE = "a part of use cases that are audited themselves";

    private final ProtectedSubjectRepository repository;
    private final SubjectKeys keys;
    private final DetailsCipher cipher;
    private final KeyKeeper keeper;
    private final AuditLog audit;

    ProtectedSubjects(
            ProtectedSubjectRepository repository,
            SubjectKeys keys,
            DetailsCipher cipher,
            KeyKeeper keeper,
            AuditLog audit) {
        this.repository = repository;
        this.keys = keys;
        this.cipher = cipher;
        this.keeper = keeper;
        this.audit = audit;
    }

    /** Keeps the details of a subject of an open version, in place of those kept before. */
    @NotAudited(INSIDE)
    public void store(UUID versionId, UUID owner, UUID subjectId, ProtectedDetails details) {
        ProtectedSubject kept = repository.ofSubject(subjectId).orElseGet(() -> row(versionId, owner, subjectId));
        SubjectKey key =
                keys.find(kept.keyId).filter(one -> !one.isDestroyed()).orElseGet(() -> keys.make(owner, null));
        kept.keyId = key.id;
        kept.ciphertext = cipher.encrypt(details, key, Place.of(kept));
        kept.digest = digest(kept.ciphertext);
        repository.persist(kept);
    }

    /**
     * Forgets a subject of an open version, and destroys its key when no other version holds it; nothing happens when
     * none is kept.
     */
    public void remove(UUID subjectId) {
        repository.ofSubject(subjectId).ifPresent(kept -> forget(kept));
    }

    /** The same for all subjects of an open version that is given up. */
    public void removeAll(UUID versionId) {
        repository.ofVersion(versionId).forEach(kept -> forget(kept));
    }

    private void forget(ProtectedSubject kept) {
        Optional<SubjectKey> key = keys.find(kept.keyId);
        repository.delete(kept);
        repository.flush();
        key.filter(keys::destroyIfUnused).ifPresent(one -> recordDestroyed(one.id, one.owner));
    }

    /**
     * Destroys the keys of subjects, of whatever institution and in sealed versions too, with those of all copies in
     * disseminations: nobody reads their details again. For the retention of room {@code retention}, which has decided
     * that it may; each key leaves an entry in the audit.
     *
     * @param subjectIds rows of one person in all versions that hold it
     * @return how many keys were destroyed; 0 when they had been before
     */
    public int destroy(Collection<UUID> subjectIds) {
        repository.flush();
        return destroyed(keeper.destroy(subjectIds));
    }

    /**
     * The same for copies in a dissemination that is purged, by their keys; the subjects themselves stay as they are.
     *
     * @return how many keys were destroyed
     */
    public int destroyCopies(Collection<UUID> keyIds) {
        return destroyed(keeper.destroyKeys(keyIds));
    }

    private int destroyed(Map<UUID, UUID> ownersByKey) {
        keys.forget(ownersByKey.keySet());
        ownersByKey.forEach((key, owner) -> recordDestroyed(key, owner));
        return ownersByKey.size();
    }

    private void recordDestroyed(UUID keyId, UUID owner) {
        audit.record(SafeguardAct.SUBJECT_KEY_DESTROYED, new AuditedObject("SUBJECT_KEY", keyId, owner));
    }

    /**
     * Carries protected subjects to a new version of the same owner, each under the key that it has: who destroys that
     * destroys the subject in all versions. Each is encrypted anew, since a ciphertext holds for one row only.
     *
     * @param subjectIds id in the old version to id in the new one; those left out are not carried
     */
    @NotAudited(INSIDE)
    public void copy(UUID fromVersion, UUID toVersion, Map<UUID, UUID> subjectIds) {
        List<ProtectedSubject> olds = repository.ofVersion(fromVersion);
        Map<UUID, SubjectKey> known = keysOf(olds);
        for (ProtectedSubject old : olds) {
            UUID subjectId = subjectIds.get(old.subjectId);
            if (subjectId != null) {
                ProtectedSubject next = row(toVersion, old.owner, subjectId);
                SubjectKey key = known.containsKey(old.keyId) ? known.get(old.keyId) : keys.make(old.owner, null);
                next.keyId = key.id;
                next.ciphertext =
                        key.isDestroyed() ? old.ciphertext : cipher.encrypt(details(old, known), key, Place.of(next));
                next.digest = digest(next.ciphertext);
                repository.persist(next);
            }
        }
    }

    /** @return what is protected in a version, to keep it out of everything else that the version says */
    @NotAudited(INSIDE)
    public List<ProtectedDetails> ofVersion(UUID versionId) {
        return List.copyOf(bySubject(versionId).values());
    }

    /** @return the same with the subject's id in that version as key; without those whose details were destroyed */
    @NotAudited(INSIDE)
    public Map<UUID, ProtectedDetails> bySubject(UUID versionId) {
        return details(repository.ofVersion(versionId));
    }

    /** The same of some subjects of several versions. */
    @NotAudited(INSIDE)
    public Map<UUID, ProtectedDetails> bySubject(Collection<UUID> versionIds, Collection<UUID> subjectIds) {
        return details(repository.ofVersions(versionIds, subjectIds));
    }

    private Map<UUID, ProtectedDetails> details(List<ProtectedSubject> rows) {
        Map<UUID, SubjectKey> known = keysOf(rows);
        Map<UUID, ProtectedDetails> details = new LinkedHashMap<>();
        rows.stream()
                .filter(kept -> !isDestroyed(kept, known))
                .forEach(kept -> details.put(kept.subjectId, details(kept, known)));
        return details;
    }

    /** @return ids of the subjects of a version whose details were destroyed */
    @NotAudited(INSIDE)
    public Set<UUID> destroyed(UUID versionId) {
        List<ProtectedSubject> rows = repository.ofVersion(versionId);
        Map<UUID, SubjectKey> known = keysOf(rows);
        return rows.stream()
                .filter(kept -> isDestroyed(kept, known))
                .map(kept -> kept.subjectId)
                .collect(Collectors.toSet());
    }

    /** @return the details of one subject; empty when none are kept, or when they were destroyed */
    @NotAudited(INSIDE)
    Optional<ProtectedDetails> of(UUID subjectId) {
        return repository.ofSubject(subjectId).flatMap(kept -> {
            Map<UUID, SubjectKey> known = keysOf(List.of(kept));
            return isDestroyed(kept, known) ? Optional.empty() : Optional.of(details(kept, known));
        });
    }

    /** @return the key of a subject's row; empty for one that is not kept, or is still of the old form */
    @NotAudited(INSIDE)
    Optional<SubjectKey> keyOf(UUID subjectId) {
        return repository.ofSubject(subjectId).flatMap(kept -> keys.find(kept.keyId));
    }

    /** Gives a subject of the old form its key before its turn comes; nothing happens where it has one. */
    @NotAudited(INSIDE)
    void giveKey(UUID subjectId) {
        repository.ofSubject(subjectId).filter(kept -> kept.keyId == null).ifPresent(kept -> {
            keeper.giveKey(subjectId);
            repository.getEntityManager().refresh(kept);
        });
    }

    private Map<UUID, SubjectKey> keysOf(List<ProtectedSubject> rows) {
        return keys.byId(rows.stream().map(row -> row.keyId).toList());
    }

    private static boolean isDestroyed(ProtectedSubject kept, Map<UUID, SubjectKey> known) {
        return kept.keyId != null && known.get(kept.keyId).isDestroyed();
    }

    private ProtectedDetails details(ProtectedSubject kept, Map<UUID, SubjectKey> known) {
        return kept.keyId == null
                ? cipher.decryptOld(kept.ciphertext, kept.subjectId, kept.owner)
                : cipher.decrypt(kept.ciphertext, known.get(kept.keyId), Place.of(kept));
    }

    private static ProtectedSubject row(UUID versionId, UUID owner, UUID subjectId) {
        ProtectedSubject row = new ProtectedSubject();
        row.id = Ids.next();
        row.owner = owner;
        row.versionId = versionId;
        row.subjectId = subjectId;
        return row;
    }

    private static String digest(byte[] ciphertext) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ciphertext));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
