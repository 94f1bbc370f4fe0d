package org.simpul.safeguard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;

/**
 * The details that a dissemination for LOCATE_AND_PROTECT carries, each under a key of its own that is destroyed with the
 * one that it was copied from. Named persons alone reach them, and read them by unmasking only.
 */
@ApplicationScoped
@Transactional
public class ProtectedCopies {
    private static final String INSIDE = "a part of use cases that are audited themselves";

    private final EntityManager database;
    private final ProtectedSubjects subjects;
    private final SubjectKeys keys;
    private final DetailsCipher cipher;
    private final AuditLog audit;

    ProtectedCopies(
            EntityManager database,
            ProtectedSubjects subjects,
            SubjectKeys keys,
            DetailsCipher cipher,
            AuditLog audit) {
        this.database = database;
        this.subjects = subjects;
        this.keys = keys;
        this.cipher = cipher;
        this.audit = audit;
    }

    /**
     * Copies name and identifiers of a submitted subject to a subject of an open dissemination; nothing happens when
     * nothing is kept, or it was destroyed. Remarks are the submitter's own words to the FIU and go no further.
     *
     * @param sourceSubjectId in a submission that the caller has loaded in scope
     * @param versionId open, and loaded for a change
     * @param owner of the dissemination
     */
    public void copy(UUID sourceSubjectId, UUID versionId, UUID owner, UUID subjectId) {
        if (subjects.of(sourceSubjectId).isEmpty()) {
            return;
        }
        subjects.giveKey(sourceSubjectId);
        SubjectKey source = subjects.keyOf(sourceSubjectId).orElseThrow(() -> Problem.of(ProblemType.UNAVAILABLE));
        keys.hold(source);
        Optional<ProtectedDetails> details = subjects.of(sourceSubjectId);
        if (details.isEmpty()) {
            return;
        }
        SubjectKey key = keys.make(owner, source.id);
        ProtectedCopy copy = new ProtectedCopy();
        copy.id = Ids.next();
        copy.owner = owner;
        copy.versionId = versionId;
        copy.subjectId = subjectId;
        copy.keyId = key.id;
        copy.ciphertext = cipher.encrypt(details.get().toBeFound(), key, Place.of(copy));
        database.persist(copy);
        database.flush();
        audit.record(SafeguardAct.SUBJECT_DETAILS_COPIED, new AuditedObject("SUBJECT_KEY", key.id, owner));
    }

    /** @return what a dissemination carries for the caller, to keep it out of what is said about it */
    @NotAudited(INSIDE)
    public List<ProtectedDetails> carriedBy(UUID versionId) {
        return database
                .createQuery("from ProtectedCopy c where c.versionId = :version", ProtectedCopy.class)
                .setParameter("version", versionId)
                .getResultList()
                .stream()
                .flatMap(copy -> details(copy).stream())
                .toList();
    }

    /** @return the details of a disseminated subject; empty when none are carried for the caller, or were destroyed */
    @NotAudited(INSIDE)
    Optional<ProtectedDetails> of(UUID subjectId) {
        return database
                .createQuery("from ProtectedCopy c where c.subjectId = :subject", ProtectedCopy.class)
                .setParameter("subject", subjectId)
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(this::details);
    }

    private Optional<ProtectedDetails> details(ProtectedCopy copy) {
        return keys.find(copy.keyId)
                .filter(key -> !key.isDestroyed())
                .map(key -> cipher.decrypt(copy.ciphertext, key, Place.of(copy)));
    }
}
