package org.simpul.identifier.sighting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierInput;
import org.simpul.identifier.IdentifierType;
import org.simpul.identifier.list.ReceivedLists;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Problem.Violation;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Sightings: reported on what an edition tells, read by their reporter, and summed for the list's owner. */
@ApplicationScoped
class SightingService {
    private static final String KIND = "SIGHTING";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final ReceivedLists lists;
    private final EntityManager database;
    private final AuditLog audit;
    private final InstantSource clock;

    SightingService(
            CurrentCaller current,
            AccessPolicy policy,
            ReceivedLists lists,
            EntityManager database,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.lists = lists;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem NOT_FOUND for a list that does not reach us, INVALID for what does not stand on it, or a wrong period */
    @Transactional
    SightingView report(UUID listId, ReportSighting command) {
        Caller caller = current.get();
        UUID owner = lists.ownerOf(listId).orElseThrow(Problem::notFound);
        Identifier identifier = command.identifier().canonical("identifier");
        if (!lists.holds(listId, identifier)) {
            throw Problem.invalid("identifier", "not_on_the_list");
        }
        if (command.seenUntil().isBefore(command.seenFrom())) {
            throw Problem.invalid("seen_until", "before_its_beginning");
        }
        Sighting sighting = new Sighting();
        sighting.id = Ids.next();
        sighting.owner = caller.participantId();
        sighting.listId = listId;
        sighting.listOwner = owner;
        sighting.type = identifier.type();
        sighting.scope = identifier.scope();
        sighting.value = identifier.value();
        sighting.kind = command.kind();
        sighting.times = command.times();
        sighting.seenFrom = command.seenFrom();
        sighting.seenUntil = command.seenUntil();
        sighting.reportedBy = caller.person();
        sighting.reportedAt = clock.instant();
        database.persist(sighting);
        audit.record(SightingAct.SIGHTING_REPORTED, new AuditedObject(KIND, sighting.id, sighting.owner));
        return SightingView.of(sighting);
    }

    @Transactional
    Page<SightingView> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        List<Sighting> rows = scope.bind(database.createQuery(
                                "from Sighting s where s.id < :before and " + scope.owned("s") + " order by s.id desc",
                                Sighting.class)
                        .setParameter("before", page.before()))
                .setMaxResults(page.size() + 1)
                .getResultList();
        audit.record(SightingAct.SIGHTING_LISTED, AuditedObject.list(KIND));
        return Page.of(rows, page.size(), sighting -> sighting.id).map(SightingView::of);
    }

    /** @throws Problem NOT_FOUND for a list that is not ours, INVALID for what has no canonical form */
    @Transactional
    Page<SightingSum> sum(UUID listId, AskSightings command) {
        lists.requireOwn(listId);
        List<Violation> violations = new ArrayList<>();
        List<Identifier> asked = new ArrayList<>();
        for (int i = 0; i < command.identifiers().size(); i++) {
            IdentifierInput input = command.identifiers().get(i);
            asked.add(input.canonical("identifiers[" + i + "]", violations));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(
                        "select type, scope, value, seen, false_positive, expired, seen_from, seen_until"
                                + " from simpul_sightings(:list, :values)",
                        Object[].class)
                .setParameter("list", listId)
                .setParameter("values", asked.stream().map(Identifier::value).toArray(String[]::new))
                .getResultList();
        audit.record(
                SightingAct.SIGHTING_SUMMED,
                new AuditedObject("IDENTIFIER_LIST", listId, current.get().participantId()));
        return new Page<>(
                rows.stream()
                        .map(SightingService::sum)
                        .filter(sum -> asked.contains(sum.identifier()))
                        .toList(),
                null);
    }

    private static SightingSum sum(Object[] row) {
        return new SightingSum(
                new Identifier(IdentifierType.valueOf((String) row[0]), (String) row[1], (String) row[2]),
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                ((Number) row[5]).longValue(),
                day(row[6]),
                day(row[7]));
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}
