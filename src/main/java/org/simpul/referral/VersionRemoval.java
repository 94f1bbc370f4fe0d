package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.simpul.safeguard.ProtectedSubjects;

/** Takes an open version away with all of its parts, set by set; the database refuses a sealed one. */
@ApplicationScoped
class VersionRemoval {
    /** What hangs on a version comes before what it hangs on. */
    static final List<String> PARTS = List.of(
            """
            delete from import_row where run_id in (select r.id from import_run r where r.version_id = :version)
            """,
            """
            delete from import_error where run_id in (select r.id from import_run r where r.version_id = :version)
            """,
            """
            delete from import_run where version_id = :version
            """,
            """
            delete from referral_transaction where version_id = :version
            """,
            """
            delete from referral_red_flag where version_id = :version
            """,
            """
            delete from referral_identifier where version_id = :version
            """,
            """
            delete from referral_subject where version_id = :version
            """,
            """
            delete from referral_document where version_id = :version
            """,
            """
            delete from referral_held_item where version_id = :version
            """,
            """
            delete from referral_version where id = :version
            """);

    private final EntityManager database;
    private final SubjectRepository subjects;
    private final ProtectedSubjects protectedSubjects;

    VersionRemoval(EntityManager database, SubjectRepository subjects, ProtectedSubjects protectedSubjects) {
        this.database = database;
        this.subjects = subjects;
        this.protectedSubjects = protectedSubjects;
    }

    /** @param version open, and loaded in the owner's scope for a change */
    void remove(ReferralVersion version) {
        // the safeguard knows what must go with a protected subject
        subjects.of(version).stream()
                .filter(subject -> subject.isProtected)
                .forEach(subject -> protectedSubjects.remove(subject.id));
        database.flush();
        PARTS.forEach(part -> database.createNativeQuery(part)
                .setParameter("version", version.id)
                .executeUpdate());
        database.detach(version);
    }
}
