package org.simpul.retention;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.access.Permission.LEGAL_HOLD_DRAFT;
import static org.simpul.access.Permission.LEGAL_HOLD_SET;
import static org.simpul.retention.LegalHoldStatus.DECLINED;
import static org.simpul.retention.LegalHoldStatus.DRAFTED;
import static org.simpul.retention.LegalHoldStatus.LIFTED;
import static org.simpul.retention.LegalHoldStatus.LIFTING_ASKED;

/** The one table of how a legal hold moves. */
enum LegalHoldStep implements Transition<LegalHoldStatus> {
    DRAFT(Set.of(), DRAFTED, LEGAL_HOLD_DRAFT, "sees the object", RetentionAct.LEGAL_HOLD_DRAFTED),
    SET(
            Set.of(DRAFTED),
            LegalHoldStatus.SET,
            LEGAL_HOLD_SET,
            "by another person than who drafted it",
            RetentionAct.LEGAL_HOLD_SET),
    DECLINE(
            Set.of(DRAFTED),
            DECLINED,
            LEGAL_HOLD_SET,
            "by another person than who drafted it; a reason",
            RetentionAct.LEGAL_HOLD_DECLINED),
    ASK_LIFTING(
            Set.of(LegalHoldStatus.SET),
            LIFTING_ASKED,
            LEGAL_HOLD_DRAFT,
            "a reason",
            RetentionAct.LEGAL_HOLD_LIFTING_ASKED),
    LIFT(
            Set.of(LIFTING_ASKED),
            LIFTED,
            LEGAL_HOLD_SET,
            "by another person than who asked for it",
            RetentionAct.LEGAL_HOLD_LIFTED),
    KEEP(
            Set.of(LIFTING_ASKED),
            LegalHoldStatus.SET,
            LEGAL_HOLD_SET,
            "by another person than who asked for it; a reason",
            RetentionAct.LEGAL_HOLD_KEPT),
    REVIEW(
            Set.of(LegalHoldStatus.SET),
            LegalHoldStatus.SET,
            LEGAL_HOLD_SET,
            "names the next review",
            RetentionAct.LEGAL_HOLD_REVIEWED),
    REMIND(
            Set.of(LegalHoldStatus.SET),
            LegalHoldStatus.SET,
            null,
            "its review is due; once",
            RetentionAct.LEGAL_HOLD_REVIEW_DUE);

    private final TransitionEdge<LegalHoldStatus> edge;

    LegalHoldStep(
            Set<LegalHoldStatus> from,
            LegalHoldStatus to,
            @Nullable Permission permission,
            String guard,
            RetentionAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<LegalHoldStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return this == DRAFT || this == ASK_LIFTING || this == REMIND ? Optional.of("notification") : Optional.empty();
    }

    /** @return what a decision means where the hold stands; ASK_LIFTING, which is not open, where nothing waits */
    static LegalHoldStep of(LegalHoldStatus status, boolean approves) {
        return status == DRAFTED ? approves ? SET : DECLINE : approves ? LIFT : KEEP;
    }
}
