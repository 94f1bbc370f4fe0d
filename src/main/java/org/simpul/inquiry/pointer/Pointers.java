package org.simpul.inquiry.pointer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.ParticipantKind;
import org.simpul.access.quota.Quota;
import org.simpul.access.quota.Quotas;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.identifier.Identifier;
import org.simpul.outbox.Outbox;
import org.simpul.safeguard.SubjectDigests;
import org.simpul.shared.Problem;

/**
 * Asks the FIU's holdings for an agency. Whatever they hold, the same statements run and rows of the same size are
 * written; the look-up itself takes a fixed time ({@code 031-search.sql}).
 */
@ApplicationScoped
public class Pointers {
    private final EntityManager database;
    private final Quotas quotas;
    private final PointerConfig config;
    private final PointerSearches searches;
    private final SubjectDigests digests;
    private final Outbox outbox;
    private final AuditLog audit;

    Pointers(
            EntityManager database,
            Quotas quotas,
            PointerConfig config,
            PointerSearches searches,
            SubjectDigests digests,
            Outbox outbox,
            AuditLog audit) {
        this.database = database;
        this.quotas = quotas;
        this.config = config;
        this.searches = searches;
        this.digests = digests;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * A part of a search, in its transaction.
     *
     * @return null for who is no agency, and where it is not switched on for the agency and its matter's offence
     * @throws Problem QUOTA_USED
     */
    @Transactional
    public @Nullable PointerAnswer ask(Caller caller, Identifier identifier) {
        if (caller.kind() != ParticipantKind.LAW_ENFORCEMENT || !isOn(caller)) {
            return null;
        }
        quotas.count(caller, new Quota("POINTER", "pointer", "pointer_quota", config.perAgency(), config.perPerson()));
        PointerAnswer answer = isHeld(caller, identifier) ? PointerAnswer.HELD : PointerAnswer.NONE;
        UUID id = searches.keep(caller, answer);
        // always: whether there is something to tell is found out afterwards, by the FIU
        outbox.put(PointerNotices.ASKED, id);
        audit.record(
                PointerAct.POINTER_ASKED,
                new AuditedObject(PointerSearches.KIND, id, caller.participantId()),
                answer.name());
        return answer;
    }

    private boolean isOn(Caller caller) {
        return (Boolean) database.createNativeQuery("select simpul_points(:matter)")
                .setParameter("matter", caller.caseReference())
                .getSingleResult();
    }

    private boolean isHeld(Caller caller, Identifier identifier) {
        return (Boolean) database.createNativeQuery(
                        """
                        select simpul_pointer(:matter, :type, :scope, :value, :protected,
                          make_interval(secs => cast(:seconds as double precision)))
                        """)
                .setParameter("matter", caller.caseReference())
                .setParameter("type", identifier.type().name())
                .setParameter("scope", identifier.scope())
                .setParameter("value", identifier.value())
                .setParameter("protected", digests.of(identifier.asProtected()))
                .setParameter("seconds", config.takes().toNanos() / 1e9)
                .getSingleResult();
    }
}
