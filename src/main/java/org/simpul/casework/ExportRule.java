package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.shared.Ids;
import org.simpul.shared.Problem;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.OnwardLedger;
import org.simpul.sharing.Received;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Visibility;
import org.simpul.sharing.consent.Consents;

/**
 * Who may take a dissemination out of the hub: its owner; whom the owner gave it to, where its terms say so; and whom the
 * owner lets by a consent. Each copy is written down.
 */
@ApplicationScoped
class ExportRule {
    private final EntityManager database;
    private final OnwardLedger ledger;
    private final Consents consents;
    private final InstantSource clock;

    ExportRule(EntityManager database, OnwardLedger ledger, Consents consents, InstantSource clock) {
        this.database = database;
        this.ledger = ledger;
        this.consents = consents;
        this.clock = clock;
    }

    /**
     * @param version loaded in scope
     * @return how it was handed on; empty for who owns it, or has it from its owner
     * @throws Problem STATE_CONFLICT where neither its terms nor a consent allow it
     */
    Optional<Received> require(Caller caller, DisseminationVersion version) {
        if (version.owner.equals(caller.participantId())) {
            return Optional.empty();
        }
        SharedVersion shared = new SharedVersion(ObjectKind.DISSEMINATION_VERSION, version.id, version.owner);
        Optional<Received> handedOn =
                ledger.received(shared.kind(), shared.id()).filter(row -> !row.isFromItsOwner());
        boolean byItsTerms = version.exportAllowed && handedOn.isEmpty();
        if (!byItsTerms && !consents.allowsExport(shared)) {
            throw Problem.stateConflict("export_needs_consent");
        }
        return handedOn;
    }

    void register(Caller caller, DisseminationVersion version, String digest) {
        DisseminationExport row = new DisseminationExport();
        row.id = Ids.next();
        row.owner = caller.participantId();
        row.objectId = version.id;
        row.objectOwner = version.owner;
        row.personId = caller.person();
        row.digest = digest;
        row.at = clock.instant();
        database.persist(row);
    }

    /** Copies that others took of the caller's own versions. */
    List<DisseminationExport> ofOurs(Visibility scope, Collection<UUID> versions) {
        return scope.bind(database.createQuery(
                                "from DisseminationExport e where e.objectId in (:versions)"
                                        + " and e.objectOwner = :myParticipant order by e.id",
                                DisseminationExport.class)
                        .setParameter("versions", versions))
                .getResultList();
    }
}
