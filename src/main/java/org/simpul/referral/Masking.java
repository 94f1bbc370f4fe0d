package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.safeguard.ProtectedDetails;
import org.simpul.safeguard.ProtectedSubjects;
import org.simpul.safeguard.ProtectedValue;

/**
 * Keeps protected subjects out of the transactions of an open version (R3): a party that is one becomes its reference,
 * and so does what tells its name in a remark or channel. What was masked once stays masked.
 */
@ApplicationScoped
class Masking {
    private static final String FROM_PARTY = party("from");
    private static final String TO_PARTY = party("to");
    /**
     * Of the identifiers, those that people choose, an account name or an address that tells the subject's name; and
     * virtual accounts, which end with the holder's telephone number.
     */
    private static final String FROM_NAMED = named("from");

    private static final String TO_NAMED = named("to");
    private static final String REMARK = text("remark");
    private static final String CHANNEL = text("channel");

    private final EntityManager database;
    private final ProtectedSubjects protectedSubjects;

    Masking(EntityManager database, ProtectedSubjects protectedSubjects) {
        this.database = database;
        this.protectedSubjects = protectedSubjects;
    }

    /** @param versionId open, and loaded in scope; its subjects and transactions are written */
    void mask(UUID versionId) {
        database.flush();
        Map<UUID, ProtectedDetails> details = protectedSubjects.bySubject(versionId);
        if (details.isEmpty()) {
            return;
        }
        Map<UUID, String> references = references(versionId);
        details.forEach((subjectId, subject) -> {
            String reference = references.get(subjectId);
            subject.identifiers().forEach(value -> {
                maskParty(FROM_PARTY, versionId, value, reference);
                maskParty(TO_PARTY, versionId, value, reference);
            });
            ProtectedTerms.patterns(subject).forEach(pattern -> {
                maskText(REMARK, versionId, pattern, reference);
                maskText(CHANNEL, versionId, pattern, reference);
                maskNamed(FROM_NAMED, versionId, pattern, reference);
                maskNamed(TO_NAMED, versionId, pattern, reference);
            });
        });
    }

    private Map<UUID, String> references(UUID versionId) {
        return database.createQuery(
                        "select s.id, s.reference from ReferralSubject s where s.versionId = :version and s.isProtected",
                        Object[].class)
                .setParameter("version", versionId)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    private void maskParty(String statement, UUID versionId, ProtectedValue value, String reference) {
        database.createQuery(statement)
                .setParameter("protected", Party.PROTECTED)
                .setParameter("reference", reference)
                .setParameter("version", versionId)
                .setParameter("type", value.type())
                .setParameter("scope", value.scope())
                .setParameter("value", value.value())
                .executeUpdate();
    }

    private void maskNamed(String statement, UUID versionId, String pattern, String reference) {
        database.createNativeQuery(statement)
                .setParameter("protected", Party.PROTECTED)
                .setParameter("pattern", pattern)
                .setParameter("reference", reference)
                .setParameter("version", versionId)
                .executeUpdate();
    }

    private void maskText(String statement, UUID versionId, String pattern, String reference) {
        database.createNativeQuery(statement)
                .setParameter("pattern", pattern)
                .setParameter("reference", reference)
                .setParameter("version", versionId)
                .executeUpdate();
    }

    private static String party(String side) {
        return """
                update ReferralTransaction t set t.%1$sType = :protected, t.%1$sScope = '', t.%1$sValue = :reference
                where t.versionId = :version and
                """
                        .formatted(side)
                + SameHolder.condition(side);
    }

    private static String named(String side) {
        return """
                update referral_transaction
                set %1$s_type = :protected, %1$s_scope = '', %1$s_value = :reference
                where version_id = :version and %1$s_type in ('USERNAME', 'EMAIL', 'E_WALLET', 'URL', 'BANK_ACCOUNT')
                  and %1$s_value ~* :pattern
                """
                .formatted(side);
    }

    private static String text(String column) {
        return """
                update referral_transaction set %1$s = regexp_replace(%1$s, :pattern, :reference, 'gi')
                where version_id = :version and %1$s ~* :pattern
                """
                .formatted(column);
    }
}
