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

    private static final String OF = " where e.owner = :owner and e.list_id = :list and e.id > :after and ";

    /** Which editions swept something, after one: found by the index, number by number. */
    private static final String SWEPT =
            """
            with recursive swept (number) as (
              select min(gone_from) from list_entry where owner = :owner and list_id = :list and gone_from > :from
              union all
              select (select min(e.gone_from) from list_entry e
                where e.owner = :owner and e.list_id = :list and e.gone_from > s.number)
              from swept s where s.number is not null)
            select * from (
            """;

    /**
     * Rows in the order of an index, of which no more are read than a page has. The order names the first column, though it
     * is one value, so that no other index will do, whatever PostgreSQL guesses of how many there are.
     */
    private static final String BY_SWEEP = " order by e.gone_from, e.id limit :most)";

    private static final String EACH_SWEPT = "select e.* from swept s cross join lateral (select e.* from list_entry e"
            + OF + "e.gone_from > s.number - 1 and e.gone_from <= s.number and ";

    private static final String END = ") e order by e.id limit :most";

    private static final String READ = SWEPT + "(select e.* from list_entry e" + OF + "e.gone_from is null and "
            + STANDS + BY_SWEEP + " union all " + EACH_SWEPT + STANDS + BY_SWEEP + " e" + END;

    private static final String ADDED = SWEPT
            + "select e.* from generate_series(cast(:since as int) + 1, cast(:draft as int)) d cross join lateral"
            + " (select e.* from list_entry e" + OF
            + "e.gone_from is null and e.added_in > d - 1 and e.added_in <= d and " + STANDS
            + " order by e.added_in, e.id limit :most) e union all " + EACH_SWEPT + "e.added_in > :since and " + STANDS
            + BY_SWEEP + " e" + END;

    /** What stood in an edition, {@code since}, and does not in a later one. */
    private static final String LEFT =
            """
            e.added_in <= :since and (e.removed_in is null or e.removed_in > :since)
              and (e.valid_until is null or e.valid_until > :before) and (e.removed_in <= :draft or e.valid_until <= :at)
            """;

    private static final String GONE =
            """
             not exists (select from list_entry n where n.owner = e.owner and n.list_id = e.list_id
              and n.value = e.value and n.type = e.type and n.scope = e.scope and
            """
                    + IN.formatted("n") + ")";

    /**
     * What is not swept yet, all of it, and then in order. Bounds come as subqueries, so that no guess leads elsewhere than to
     * the index of what ends.
     */
    private static final String UNSWEPT =
            "(select e.* from (select e.* from (select e.* from list_entry e" + OF + "e.gone_from is null and ";

    private static final String ALL =
            " offset 0) e order by e.id offset 0) e where " + GONE + " order by e.id limit :most)";

    private static final String REMOVED =
            SWEPT + EACH_SWEPT + LEFT + " and " + GONE + BY_SWEEP + " e union all " + UNSWEPT
                    + "e.removed_in > (select cast(:since as int)) and e.removed_in <= (select cast(:draft as int)) and "
                    + LEFT + ALL
                    + " union all " + UNSWEPT + "(e.removed_in is null or e.removed_in > :draft)"
                    + " and e.valid_until > (select cast(:before as timestamptz))"
                    + " and e.valid_until <= (select cast(:at as timestamptz)) and " + LEFT + ALL + END;

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
        return rows(READ, edition.number, edition, after, most).getResultList();
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
                : rows(ADDED, edition.number, edition, after, most)
                        .setParameter("since", since.draft)
                        .getResultList();
    }

    /** What stood in the one before and no more in the edition, in whatever row: removed, or no longer valid. */
    List<ListEntry> removed(IdentifierListEdition since, IdentifierListEdition edition, UUID after, int most) {
        return since.draft == 0
                ? List.of()
                : rows(REMOVED, since.number, edition, after, most)
                        .setParameter("since", since.draft)
                        .setParameter("before", since.sealedAt)
                        .getResultList();
    }

    /** @param from number of the edition that what is swept stood in */
    private NativeQuery<ListEntry> rows(String sql, int from, IdentifierListEdition edition, UUID after, int most) {
        return database.unwrap(Session.class)
                .createNativeQuery(sql, ListEntry.class)
                .setParameter("owner", edition.owner)
                .setParameter("list", edition.listId)
                .setParameter("from", from)
                .setParameter("draft", edition.draft)
                .setParameter("at", edition.sealedAt)
                .setParameter("after", after)
                .setParameter("most", most);
    }
}
