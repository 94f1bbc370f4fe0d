package org.simpul.retention;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.access.Permission.RETENTION_APPROVE;
import static org.simpul.access.Permission.RETENTION_PROPOSE;
import static org.simpul.retention.PurgeStatus.APPROVED;
import static org.simpul.retention.PurgeStatus.DECLINED;
import static org.simpul.retention.PurgeStatus.DRY_RUN;
import static org.simpul.retention.PurgeStatus.FINISHED;
import static org.simpul.retention.PurgeStatus.ORDERED;

/** The one table of how a purge moves. */
enum PurgeStep implements Transition<PurgeStatus> {
    COUNT(Set.of(), DRY_RUN, RETENTION_PROPOSE, "a schedule is in force", RetentionAct.PURGE_COUNTED),
    ORDER(Set.of(DRY_RUN), ORDERED, RETENTION_PROPOSE, "names the digest", RetentionAct.PURGE_ORDERED),
    APPROVE(
            Set.of(ORDERED),
            APPROVED,
            RETENTION_APPROVE,
            "the overseer, naming the digest",
            RetentionAct.PURGE_APPROVED),
    DECLINE(Set.of(ORDERED), DECLINED, RETENTION_APPROVE, "the overseer; a reason", RetentionAct.PURGE_DECLINED),
    DELETE_PORTION(
            Set.of(APPROVED),
            APPROVED,
            null,
            "at rest for its period, not needed, not on legal hold",
            RetentionAct.PURGE_PORTION_DELETED),
    FINISH(
            Set.of(APPROVED),
            FINISHED,
            null,
            "nothing is left, or another schedule is in force",
            RetentionAct.PURGE_CERTIFIED);

    private final TransitionEdge<PurgeStatus> edge;

    PurgeStep(Set<PurgeStatus> from, PurgeStatus to, @Nullable Permission permission, String guard, RetentionAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<PurgeStatus> edge() {
        return edge;
    }

    @Override
    public Optional<String> event() {
        return this == ORDER || this == FINISH ? Optional.of("notification") : Optional.empty();
    }
}
