package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.simpul.identifier.Identifier;
import org.simpul.sharing.Visibility;

/** Reads entries: of a list for its owner, and of an edition, which was found in scope, for whoever it reaches. */
@ApplicationScoped
class EntryRepository {
    /** What stands in an edition. */
    private static final String IN =
            """
            %1$s.added_in <= :draft and (%1$s.removed_in is null or %1$s.removed_in > :draft)
              and (%1$s.valid_until is null or %1$s.valid_until > :at)
            """;

    private static final String STANDS = IN.formatted("e");

    private static final String IS_IN =
            """
            select e.* from list_entry e where e.owner = :owner and e.list_id = :list and e.value = :value
              and e.type = :type and e.scope = :scope and
            """
                    + STANDS + " limit 1";

    /** What stood in an edition, {@code since}, and does not in a later one. */
    private static final String GONE =
            """
            e.added_in <= :since and (e.removed_in is null or e.removed_in > :since)
              and (e.valid_until is null or e.valid_until > :before) and (e.removed_in <= :draft or e.valid_until <= :at)
              and not exists (select from list_entry n where n.owner = e.owner and n.list_id = e.list_id
                and n.value = e.value and n.type = e.type and n.scope = e.scope and
            """
                    + IN.formatted("n") + ")";

    /** One way into the table; each ends after a page, so that none is walked to its end. */
    private static final String WAY =
            """
            (select e.* from list_entry e where e.owner = :owner and e.list_id = :list and e.id > :after and
            """;

    private static final String PAGE = " order by e.id limit :most)";
    private static final String OR = " union all ";
    private static final String END = ") e order by e.id limit :most";

    /** What is swept was swept by an edition that came later. */
    private static final String READ = "select * from (" + WAY + " e.gone_from is null and " + STANDS + PAGE + OR + WAY
            + " e.gone_from > :number and " + STANDS + PAGE + END;

    /** Draft by draft. */
    private static final String ADDED = "select * from ("
            + "select e.* from generate_series(cast(:since as int) + 1, cast(:draft as int)) d cross join lateral "
            + WAY + " e.gone_from is null and e.added_in = d and " + STANDS + PAGE + " e" + OR + WAY
            + " e.gone_from > :number and e.added_in > :since and " + STANDS + PAGE + END;

    /** What is swept edition by edition, and what is not: taken off, or expired. */
    private static final String REMOVED = "select * from ("
            + "select e.* from generate_series(cast(:after_number as int) + 1, cast(:number as int)) g cross join lateral "
            + WAY + " e.gone_from = g and " + GONE + PAGE + " e" + OR + WAY + " e.gone_from > :number and " + GONE + PAGE
            + OR + WAY + " e.gone_from is null and e.removed_in > :since and e.removed_in <= :draft and " + GONE + PAGE
            + OR + WAY + " e.gone_from is null and (e.removed_in is null or e.removed_in > :draft)"
            + " and e.valid_until > :before and e.valid_until <= :at and " + GONE + PAGE + END;

    private final EntityManager database;

    EntryRepository(EntityManager database) {
        this.database = database;
    }

    /** Everything that is not gone yet, for the owner. */
    List<ListEntry> drafted(Visibility scope, IdentifierList list, UUID after, int most) {
        return scope.bind(database.createQuery(
                                "from ListEntry e where e.listId = :list and e.id > :after"
                                        + " and (e.removedIn is null or e.removedIn >= :draft) and " + scope.owned("e")
                                        + " order by e.id",
                                ListEntry.class)
                        .setParameter("list", list.id)
                        .setParameter("draft", list.draft)
                        .setParameter("after", after))
                .setMaxResults(most)
                .getResultList();
    }

    /** Where an identifier stands in a draft of the owner's, and has not expired. */
    List<ListEntry> standing(Visibility scope, Identifier identifier, Instant now) {
        return scope.bind(database.createQuery(
                                "from ListEntry e where e.value = :value and e.type = :type and e.scope = :scope"
                                        + " and e.removedIn is null and (e.validUntil is null or e.validUntil > :now) and "
                                        + scope.owned("e"),
                                ListEntry.class)
                        .setParameter("value", identifier.value())
                        .setParameter("type", identifier.type())
                        .setParameter("scope", identifier.scope())
                        .setParameter("now", now))
                .getResultList();
    }

    List<ListEntry> in(IdentifierListEdition edition, UUID after, int most) {
        return rows(READ, edition, after, most).getResultList();
    }

    boolean isIn(IdentifierListEdition edition, Identifier identifier) {
        return !database.createNativeQuery(IS_IN, ListEntry.class)
                .setParameter("owner", edition.owner)
                .setParameter("list", edition.listId)
                .setParameter("value", identifier.value())
                .setParameter("type", identifier.type().name())
                .setParameter("scope", identifier.scope())
                .setParameter("draft", edition.draft)
                .setParameter("at", edition.sealedAt)
                .getResultList()
                .isEmpty();
    }

    /** What stands in an edition and did not in the one before, or is told anew. */
    List<ListEntry> added(IdentifierListEdition since, IdentifierListEdition edition, UUID after, int most) {
        return since.draft == 0
                ? in(edition, after, most)
                : rows(ADDED, edition, after, most)
                        .setParameter("since", since.draft)
                        .getResultList();
    }

    /** What stood in the one before and no more in the edition, in whatever row: removed, or no longer valid. */
    List<ListEntry> removed(IdentifierListEdition since, IdentifierListEdition edition, UUID after, int most) {
        return since.draft == 0
                ? List.of()
                : rows(REMOVED, edition, after, most)
                        .setParameter("since", since.draft)
                        .setParameter("after_number", since.number)
                        .setParameter("before", since.sealedAt)
                        .getResultList();
    }

    private NativeQuery<ListEntry> rows(String sql, IdentifierListEdition edition, UUID after, int most) {
        return database.unwrap(Session.class)
                .createNativeQuery(sql, ListEntry.class)
                .setParameter("owner", edition.owner)
                .setParameter("list", edition.listId)
                .setParameter("number", edition.number)
                .setParameter("draft", edition.draft)
                .setParameter("at", edition.sealedAt)
                .setParameter("after", after)
                .setParameter("most", most);
    }
}
