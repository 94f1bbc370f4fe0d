package org.simpul.typology;

import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.typology.TypologyStatus.DRAFT;
import static org.simpul.typology.TypologyStatus.PEER_REVIEW;
import static org.simpul.typology.TypologyStatus.PENDING_APPROVAL;
import static org.simpul.typology.TypologyStatus.PUBLISHED;
import static org.simpul.typology.TypologyStatus.RETIRED;
import static org.simpul.typology.TypologyStatus.SUPERSEDED;

/** The one table of how a typology moves. */
enum TypologyTransition implements Transition<TypologyStatus> {
    BEGIN(Set.of(), DRAFT, Permission.TYPOLOGY_DRAFT, "", TypologyAct.TYPOLOGY_DRAFTED),
    EDIT(
            Set.of(DRAFT, PEER_REVIEW),
            DRAFT,
            Permission.TYPOLOGY_DRAFT,
            "other content ends the review",
            TypologyAct.TYPOLOGY_EDITED),
    OPEN_REVIEW(
            Set.of(DRAFT, PEER_REVIEW),
            PEER_REVIEW,
            Permission.TYPOLOGY_DRAFT,
            "both languages complete; a partner to review it",
            TypologyAct.TYPOLOGY_REVIEW_OPENED),
    HAND_OVER(
            Set.of(PEER_REVIEW),
            PENDING_APPROVAL,
            Permission.TYPOLOGY_DRAFT,
            "a child-protection or survivor adviser's review endorses this content, and none blocks it; somebody would receive it",
            TypologyAct.TYPOLOGY_HANDED_OVER),
    RETURN(
            Set.of(PENDING_APPROVAL),
            PEER_REVIEW,
            Permission.TYPOLOGY_PUBLISH,
            "a reason",
            TypologyAct.TYPOLOGY_RETURNED),
    PUBLISH(
            Set.of(PENDING_APPROVAL),
            PUBLISHED,
            Permission.TYPOLOGY_PUBLISH,
            "another person than those who wrote it, with the digest that was read; the reviews as at the hand-over",
            TypologyAct.TYPOLOGY_PUBLISHED),
    OPEN_NEXT(Set.of(PUBLISHED), DRAFT, Permission.TYPOLOGY_DRAFT, "", TypologyAct.TYPOLOGY_VERSION_OPENED),
    SUPERSEDE(
            Set.of(PUBLISHED),
            SUPERSEDED,
            Permission.TYPOLOGY_PUBLISH,
            "the version before, when the next one is published",
            TypologyAct.TYPOLOGY_SUPERSEDED),
    RETIRE(
            Set.of(DRAFT, PEER_REVIEW, PENDING_APPROVAL, PUBLISHED),
            RETIRED,
            Permission.TYPOLOGY_PUBLISH,
            "a version was published; another person than who proposed it, with the digest that was read",
            TypologyAct.TYPOLOGY_RETIRED);

    private final TransitionEdge<TypologyStatus> edge;

    TypologyTransition(
            Set<TypologyStatus> from, TypologyStatus to, Permission permission, String guard, TypologyAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<TypologyStatus> edge() {
        return edge;
    }

    /** @return code of the problem when it can't be taken */
    String otherwise() {
        return switch (this) {
            case BEGIN, EDIT, OPEN_REVIEW -> "not_a_draft";
            case HAND_OVER -> "not_in_review";
            case RETURN, PUBLISH -> "not_pending";
            case OPEN_NEXT, SUPERSEDE, RETIRE -> "not_published";
        };
    }
}
