package org.simpul.inquiry.pointer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.MatterDirectory;
import org.simpul.access.MatterDirectory.LiveMatter;
import org.simpul.access.ParticipantDirectory;
import org.simpul.shared.Ids;
import org.simpul.shared.PageRequest;
import org.simpul.sharing.Visibility;

/** What agencies asked, and were told. */
@ApplicationScoped
class PointerSearches {
    static final String KIND = "POINTER_SEARCH";

    private final EntityManager database;
    private final MatterDirectory matters;
    private final ParticipantDirectory directory;
    private final InstantSource clock;

    PointerSearches(
            EntityManager database, MatterDirectory matters, ParticipantDirectory directory, InstantSource clock) {
        this.database = database;
        this.matters = matters;
        this.directory = directory;
        this.clock = clock;
    }

    UUID keep(Caller caller, PointerAnswer answer) {
        PointerSearch search = new PointerSearch();
        search.id = Ids.next();
        search.owner = caller.participantId();
        search.recipient = directory.fiu().id();
        search.predicateOffence = matters.find(caller.participantId(), caller.caseReference())
                .map(LiveMatter::offence)
                .orElseThrow();
        search.answer = answer;
        search.at = clock.instant();
        database.persist(search);
        database.flush();
        return search.id;
    }

    /** What the FIU is told of. */
    Optional<PointerSearch> held(Visibility scope, UUID id) {
        return held(scope, List.of(id)).stream().findFirst();
    }

    List<PointerSearch> held(Visibility scope, Collection<UUID> ids) {
        return scope.bind(database.createQuery(
                                "from PointerSearch s where s.id in (:ids) and s.answer = HELD"
                                        + " and s.recipient = :myParticipant",
                                PointerSearch.class)
                        .setParameter("ids", ids))
                .getResultList();
    }

    List<PointerSearch> received(Visibility scope, PageRequest page) {
        return scope.bind(database.createQuery(
                                "from PointerSearch s where s.recipient = :myParticipant and s.id < :before"
                                        + " order by s.id desc",
                                PointerSearch.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
    }
}
