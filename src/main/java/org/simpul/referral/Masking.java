package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.simpul.safeguard.ProtectedDetails;
import org.simpul.safeguard.ProtectedSubjects;
import org.simpul.safeguard.ProtectedValue;

/**
 * Keeps somebody who becomes protected out of the transactions that an open version has already (R3): a party that is one
 * becomes its reference, and so does what tells its name in a remark or channel. What was masked once stays masked. Rows
 * that come afterwards are masked before they are stored ({@link ProtectedPeople}).
 */
@ApplicationScoped
class Masking {
    private static final Statements ROWS = Statements.of("referral_transaction", "version_id");
    private static final Statements WAITING = Statements.of("import_row", "run_id");

    private final EntityManager database;
    private final SubjectRepository subjects;
    private final ProtectedSubjects protectedSubjects;

    Masking(EntityManager database, SubjectRepository subjects, ProtectedSubjects protectedSubjects) {
        this.database = database;
        this.subjects = subjects;
        this.protectedSubjects = protectedSubjects;
    }

    /** @param versionId open, and loaded in scope; its subjects and transactions are written */
    void mask(UUID versionId) {
        mask(ROWS, versionId, versionId, subject -> true);
    }

    /** The same for one subject, where all others were masked when they were written. */
    void mask(UUID versionId, UUID subjectId) {
        mask(ROWS, versionId, versionId, subjectId::equals);
    }

    /** The same in rows that still wait for the end of their import. */
    void maskWaiting(UUID versionId, UUID runId) {
        mask(WAITING, runId, versionId, subject -> true);
    }

    private void mask(Statements statements, UUID of, UUID versionId, Predicate<UUID> wanted) {
        database.flush();
        Map<UUID, ProtectedDetails> details = protectedSubjects.bySubject(versionId);
        if (details.isEmpty()) {
            return;
        }
        Map<UUID, String> references = subjects.protectedReferences(versionId);
        details.forEach((subjectId, subject) -> {
            if (wanted.test(subjectId)) {
                mask(statements, of, subject, references.get(subjectId));
            }
        });
    }

    private void mask(Statements statements, UUID of, ProtectedDetails subject, String reference) {
        subject.identifiers().forEach(value -> {
            maskParty(statements.fromParty(), of, value, reference);
            maskParty(statements.toParty(), of, value, reference);
        });
        ProtectedTerms.patterns(subject).forEach(pattern -> {
            maskText(statements.remark(), of, pattern, reference);
            maskText(statements.channel(), of, pattern, reference);
            maskNamed(statements.fromNamed(), of, pattern, reference);
            maskNamed(statements.toNamed(), of, pattern, reference);
        });
    }

    private void maskParty(String statement, UUID of, ProtectedValue value, String reference) {
        database.createNativeQuery(statement)
                .setParameter("protected", Party.PROTECTED)
                .setParameter("reference", reference)
                .setParameter("of", of)
                .setParameter("type", value.type())
                .setParameter("scope", value.scope())
                .setParameter("value", value.value())
                .executeUpdate();
    }

    private void maskNamed(String statement, UUID of, String pattern, String reference) {
        database.createNativeQuery(statement)
                .setParameter("protected", Party.PROTECTED)
                .setParameter("pattern", pattern)
                .setParameter("reference", reference)
                .setParameter("of", of)
                .executeUpdate();
    }

    private void maskText(String statement, UUID of, String pattern, String reference) {
        database.createNativeQuery(statement)
                .setParameter("pattern", pattern)
                .setParameter("reference", reference)
                .setParameter("of", of)
                .executeUpdate();
    }

    /**
     * What is done to one table.
     *
     * @param fromNamed of the identifiers, those that people choose, an account name or an address that tells the
     *     subject's name; and virtual accounts, which end with the holder's telephone number
     */
    private record Statements(
            String fromParty, String toParty, String fromNamed, String toNamed, String remark, String channel) {

        static Statements of(String table, String key) {
            return new Statements(
                    party(table, key, "from"),
                    party(table, key, "to"),
                    named(table, key, "from"),
                    named(table, key, "to"),
                    text(table, key, "remark"),
                    text(table, key, "channel"));
        }

        private static String party(String table, String key, String side) {
            return """
                    update %1$s set %3$s_type = :protected, %3$s_scope = '', %3$s_value = :reference
                    where %2$s = :of and
                    """
                            .formatted(table, key, side)
                    + SameHolder.condition(side);
        }

        private static String named(String table, String key, String side) {
            return """
                    update %1$s
                    set %3$s_type = :protected, %3$s_scope = '', %3$s_value = :reference
                    where %2$s = :of and %3$s_type in ('USERNAME', 'EMAIL', 'E_WALLET', 'URL', 'BANK_ACCOUNT')
                      and %3$s_value ~* :pattern
                    """
                    .formatted(table, key, side);
        }

        private static String text(String table, String key, String column) {
            return """
                    update %1$s set %3$s = regexp_replace(%3$s, :pattern, :reference, 'gi')
                    where %2$s = :of and %3$s ~* :pattern
                    """
                    .formatted(table, key, column);
        }
    }
}
