package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.safeguard.ProtectedSubjects;
import org.simpul.shared.Ids;

/** Copies a sealed version with all its parts into a new open one, set by set. */
@ApplicationScoped
class VersionCopy {
    private static final List<String> PARTS = List.of(
            """
            insert into referral_subject (id, owner, version_id, position, kind, roles, is_protected, reference, name,
              age_band, remarks)
            select uuidv7(), owner, :to, position, kind, roles, is_protected, reference, name, age_band, remarks
            from referral_subject where version_id = :from order by position
            """,
            """
            insert into referral_identifier (id, owner, version_id, subject_id, type, scope, value)
            select uuidv7(), i.owner, :to, n.id, i.type, i.scope, i.value
            from referral_identifier i
            join referral_subject o on o.id = i.subject_id
            join referral_subject n on n.version_id = :to and n.position = o.position
            where i.version_id = :from order by i.id
            """,
            """
            insert into referral_red_flag (id, owner, version_id, typology_version_id, red_flag_code, note)
            select uuidv7(), owner, :to, typology_version_id, red_flag_code, note
            from referral_red_flag where version_id = :from order by id
            """,
            """
            insert into referral_document (id, owner, version_id, position, kind, number, issued_on, issuer, holder, sha256,
              goaml_reference)
            select uuidv7(), owner, :to, position, kind, number, issued_on, issuer, holder, sha256, goaml_reference
            from referral_document where version_id = :from order by position
            """,
            """
            insert into referral_held_item (id, owner, version_id, position, reference, kind, description, period_from,
              period_to, overwritten_on)
            select uuidv7(), owner, :to, position, reference, kind, description, period_from, period_to, overwritten_on
            from referral_held_item where version_id = :from order by position
            """,
            """
            insert into referral_transaction (id, owner, version_id, booked_on, amount, currency, from_type, from_scope,
              from_value, to_type, to_scope, to_value, channel, remark)
            select uuidv7(), owner, :to, booked_on, amount, currency, from_type, from_scope,
              from_value, to_type, to_scope, to_value, channel, remark
            from referral_transaction where version_id = :from order by id
            """);

    private final EntityManager database;
    private final ProtectedSubjects protectedSubjects;

    VersionCopy(EntityManager database, ProtectedSubjects protectedSubjects) {
        this.database = database;
        this.protectedSubjects = protectedSubjects;
    }

    /** @param last sealed, and loaded in the owner's scope */
    ReferralVersion of(ReferralVersion last, UUID person) {
        ReferralVersion next = last.next(Ids.next(), person);
        database.persist(next);
        database.flush();
        for (String part : PARTS) {
            database.createNativeQuery(part)
                    .setParameter("from", last.id)
                    .setParameter("to", next.id)
                    .executeUpdate();
        }
        protectedSubjects.copy(last.id, next.id, subjectIds(last, next));
        return next;
    }

    /** Subjects keep their position. */
    private Map<UUID, UUID> subjectIds(ReferralVersion last, ReferralVersion next) {
        return database
                .createQuery(
                        "select o.id, n.id from ReferralSubject o join ReferralSubject n on n.position = o.position"
                                + " where o.versionId = :from and n.versionId = :to",
                        Object[].class)
                .setParameter("from", last.id)
                .setParameter("to", next.id)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
    }
}
