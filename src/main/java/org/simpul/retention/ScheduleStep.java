package org.simpul.retention;

import java.util.Set;
import org.simpul.access.Permission;
import org.simpul.lifecycle.Transition;
import org.simpul.lifecycle.TransitionEdge;

import static org.simpul.access.Permission.RETENTION_APPROVE;
import static org.simpul.access.Permission.RETENTION_INSTALL;
import static org.simpul.access.Permission.RETENTION_PROPOSE;
import static org.simpul.retention.ScheduleStatus.APPROVED;
import static org.simpul.retention.ScheduleStatus.DECLINED;
import static org.simpul.retention.ScheduleStatus.INSTALLED;
import static org.simpul.retention.ScheduleStatus.PROPOSED;

/** The one table of how a schedule moves. */
enum ScheduleStep implements Transition<ScheduleStatus> {
    PROPOSE(Set.of(), PROPOSED, RETENTION_PROPOSE, "", RetentionAct.RETENTION_PROPOSED),
    APPROVE(Set.of(PROPOSED), APPROVED, RETENTION_APPROVE, "names the digest", RetentionAct.RETENTION_APPROVED),
    DECLINE(Set.of(PROPOSED), DECLINED, RETENTION_APPROVE, "a reason", RetentionAct.RETENTION_DECLINED),
    INSTALL(Set.of(APPROVED), INSTALLED, RETENTION_INSTALL, "names the digest", RetentionAct.RETENTION_INSTALLED);

    private final TransitionEdge<ScheduleStatus> edge;

    ScheduleStep(Set<ScheduleStatus> from, ScheduleStatus to, Permission permission, String guard, RetentionAct act) {
        edge = new TransitionEdge<>(from, to, permission, guard, act);
    }

    @Override
    public TransitionEdge<ScheduleStatus> edge() {
        return edge;
    }
}
