package org.simpul.casework.cases;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.casework.Cases;
import org.simpul.shared.PageRequest;

/** Notes of a case that was loaded in scope. */
@ApplicationScoped
class CaseNoteRepository implements PanacheRepositoryBase<CaseNote, UUID> {

    /** Those of the case, and conflicting copies that wait. */
    List<CaseNote> newest(Cases.Seen file, PageRequest page) {
        return find(
                        "owner = ?1 and caseId = ?2 and id < ?3 and status in (KEPT, CONFLICTING) order by id desc",
                        file.owner(),
                        file.id(),
                        page.before())
                .page(0, page.size() + 1)
                .list();
    }

    Optional<CaseNote> find(Cases.Seen file, UUID id) {
        return byId(file, id, LockModeType.NONE);
    }

    Optional<CaseNote> lock(Cases.Seen file, UUID id) {
        return byId(file, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<CaseNote> byId(Cases.Seen file, UUID id, LockModeType lock) {
        return find("owner = ?1 and caseId = ?2 and id = ?3", file.owner(), file.id(), id)
                .withLock(lock)
                .firstResultOptional();
    }

    List<CaseNoteText> texts(CaseNote note, PageRequest page) {
        return getEntityManager()
                .createQuery(
                        "from CaseNoteText t where t.owner = :owner and t.noteId = :note and t.id < :before order by t.id desc",
                        CaseNoteText.class)
                .setParameter("owner", note.owner)
                .setParameter("note", note.id)
                .setParameter("before", page.before())
                .setMaxResults(page.size() + 1)
                .getResultList();
    }

    /** With the text in its history. */
    void keep(CaseNote note) {
        persistAndFlush(note);
        getEntityManager().persist(CaseNoteText.of(note));
    }
}
