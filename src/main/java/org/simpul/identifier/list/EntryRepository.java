package org.simpul.identifier.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.simpul.identifier.Identifier;
import org.simpul.sharing.Visibility;

/** Reads entries: of a list for its owner, and of an edition, which was found in scope, for whoever it reaches. */
@ApplicationScoped
class EntryRepository {
    /** What stands in an edition. */
    private static final String IN =
            """
            %1$s.addedIn <= :draft and (%1$s.removedIn is null or %1$s.removedIn > :draft)
              and (%1$s.validUntil is null or %1$s.validUntil > :at)""";

    private static final String OF = "e.owner = :owner and e.listId = :list and e.id > :after and ";

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
        return database.createQuery(
                        "from ListEntry e where " + OF + IN.formatted("e") + " order by e.id", ListEntry.class)
                .setParameter("owner", edition.owner)
                .setParameter("list", edition.listId)
                .setParameter("draft", edition.draft)
                .setParameter("at", edition.sealedAt)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    boolean isIn(IdentifierListEdition edition, Identifier identifier) {
        return !database.createQuery(
                        "select 1 from ListEntry e where e.owner = :owner and e.listId = :list and e.value = :value"
                                + " and e.type = :type and e.scope = :scope and " + IN.formatted("e"),
                        Integer.class)
                .setParameter("owner", edition.owner)
                .setParameter("list", edition.listId)
                .setParameter("value", identifier.value())
                .setParameter("type", identifier.type())
                .setParameter("scope", identifier.scope())
                .setParameter("draft", edition.draft)
                .setParameter("at", edition.sealedAt)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** What stands in an edition and did not in the one before, or is told anew. */
    List<ListEntry> added(IdentifierListEdition since, IdentifierListEdition edition, UUID after, int most) {
        return database.createQuery(
                        "from ListEntry e where " + OF + IN.formatted("e") + " and e.addedIn > :since order by e.id",
                        ListEntry.class)
                .setParameter("owner", edition.owner)
                .setParameter("list", edition.listId)
                .setParameter("draft", edition.draft)
                .setParameter("at", edition.sealedAt)
                .setParameter("since", since.draft)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    /** What stood in the one before and no more in the edition, in whatever row: removed, or no longer valid. */
    List<ListEntry> removed(IdentifierListEdition since, IdentifierListEdition edition, UUID after, int most) {
        return database.createQuery(
                        "from ListEntry e where " + OF
                                + """
                                e.addedIn <= :since and (e.removedIn is null or e.removedIn > :since)
                                  and (e.validUntil is null or e.validUntil > :before)
                                  and (e.removedIn <= :draft or e.validUntil <= :at)
                                  and not exists (select 1 from ListEntry n where n.owner = e.owner and n.listId = e.listId
                                    and n.value = e.value and n.type = e.type and n.scope = e.scope and"""
                                + " " + IN.formatted("n") + ") order by e.id",
                        ListEntry.class)
                .setParameter("owner", edition.owner)
                .setParameter("list", edition.listId)
                .setParameter("draft", edition.draft)
                .setParameter("at", edition.sealedAt)
                .setParameter("since", since.draft)
                .setParameter("before", since.sealedAt)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }
}
