package org.simpul.identifier.screening;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.access.Permission.IDENTIFIER_SCREEN;
import static org.simpul.identifier.screening.ScreeningRunStatus.DONE;
import static org.simpul.identifier.screening.ScreeningRunStatus.OPEN;
import static org.simpul.identifier.screening.ScreeningRunStatus.REFUSED;
import static org.simpul.identifier.screening.ScreeningRunStatus.RUNNING;

/** The one table of how a file of values moves. */
enum ScreeningRunStep implements Transition<ScreeningRunStatus> {
    BEGIN(Set.of(), OPEN, IDENTIFIER_SCREEN, "", ScreeningAct.SCREENING_RUN_OPENED),
    SEND(Set.of(OPEN), RUNNING, IDENTIFIER_SCREEN, "one file", ScreeningAct.SCREENING_RUN_BEGUN),
    FINISH(Set.of(RUNNING), DONE, IDENTIFIER_SCREEN, "the file was read to its end", ScreeningAct.SCREENING_RUN_DONE),
    REFUSE(
            Set.of(RUNNING),
            REFUSED,
            IDENTIFIER_SCREEN,
            "the file broke off, is too long or has too many hits, or the quota is used",
            ScreeningAct.SCREENING_RUN_REFUSED),
    INTERRUPT(Set.of(RUNNING), REFUSED, null, "its reader has gone", ScreeningAct.SCREENING_RUN_REFUSED);

    private final TransitionEdge<ScreeningRunStatus> edge;

    ScreeningRunStep(
            Set<ScreeningRunStatus> from,
            ScreeningRunStatus to,
            @Nullable Permission permission,
            String guard,
            ScreeningAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<ScreeningRunStatus> edge() {
        return edge;
    }
}
