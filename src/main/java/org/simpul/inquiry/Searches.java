package org.simpul.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.MatterDirectory;
import org.simpul.access.MatterDirectory.LiveMatter;
import org.simpul.access.ParticipantKind;
import org.simpul.access.Purpose;
import org.simpul.shared.Ids;
import org.simpul.sharing.Visibility;

/** That somebody searched, and for what purpose: what a request for information begins with. Never the value. */
@ApplicationScoped
public class Searches {
    private final EntityManager database;
    private final MatterDirectory matters;
    private final InstantSource clock;

    Searches(EntityManager database, MatterDirectory matters, InstantSource clock) {
        this.database = database;
        this.matters = matters;
        this.clock = clock;
    }

    /**
     * An agency's search.
     *
     * @param digest of the value, as the audit has it
     */
    public record Made(UUID id, Purpose purpose, String predicateOffence, String digest) {}

    UUID keep(Caller caller, String digest) {
        SubjectSearch search = new SubjectSearch();
        search.id = Ids.next();
        search.owner = caller.participantId();
        search.personId = caller.person();
        search.purpose = Objects.requireNonNull(caller.purpose());
        search.digest = digest;
        search.at = clock.instant();
        if (caller.kind() == ParticipantKind.LAW_ENFORCEMENT) {
            search.matter = Objects.requireNonNull(caller.caseReference());
            search.predicateOffence = matters.find(caller.participantId(), search.matter)
                    .map(LiveMatter::offence)
                    .orElseThrow();
        }
        database.persist(search);
        database.flush();
        return search.id;
    }

    /** @return the caller's own, under the matter that it works under now */
    public Optional<Made> find(Visibility scope, Caller caller, UUID id) {
        return scope
                .bind(database.createQuery(
                                "from SubjectSearch s where s.id = :id and s.personId = :person and s.matter = :matter"
                                        + " and " + scope.owned("s"),
                                SubjectSearch.class)
                        .setParameter("id", id)
                        .setParameter("person", caller.person())
                        .setParameter("matter", caller.caseReference()))
                .getResultList()
                .stream()
                .findFirst()
                .map(search -> new Made(search.id, search.purpose, search.predicateOffence, search.digest));
    }
}
