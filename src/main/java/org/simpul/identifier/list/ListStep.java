package org.simpul.identifier.list;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.identifier.list.ListStatus.OPEN;
import static org.simpul.identifier.list.ListStatus.PENDING_APPROVAL;
import static org.simpul.identifier.list.ListStatus.SCHEDULED;

/** The one table of how the draft of a list moves. */
enum ListStep implements Transition<ListStatus> {
    BEGIN(
            Set.of(),
            OPEN,
            Permission.IDENTIFIER_LIST_EDIT,
            "an audience that reaches somebody, set once",
            ListAct.LIST_BEGUN),
    HAND_OVER(Set.of(OPEN), PENDING_APPROVAL, Permission.IDENTIFIER_LIST_EDIT, "a change", ListAct.LIST_HANDED_OVER),
    RETURN(Set.of(PENDING_APPROVAL), OPEN, Permission.IDENTIFIER_LIST_PUBLISH, "a reason", ListAct.LIST_RETURNED),
    APPROVE(
            Set.of(PENDING_APPROVAL),
            SCHEDULED,
            Permission.IDENTIFIER_LIST_PUBLISH,
            "nobody who wrote on the draft or handed it over; the digest of what was read",
            ListAct.LIST_APPROVED),
    PUBLISH(Set.of(SCHEDULED), OPEN, null, "the edition before is as old as the cadence", ListAct.LIST_PUBLISHED),
    RECALL(
            Set.of(OPEN, PENDING_APPROVAL, SCHEDULED),
            OPEN,
            Permission.DISCLOSURE_RECALL,
            "another person than who proposed it, with a reason; all editions are taken back",
            ListAct.LIST_RECALLED);

    private final TransitionEdge<ListStatus> edge;

    ListStep(Set<ListStatus> from, ListStatus to, @Nullable Permission permission, String guard, ListAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<ListStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return this == HAND_OVER || this == PUBLISH || this == RECALL ? Optional.of("notification") : Optional.empty();
    }
}
