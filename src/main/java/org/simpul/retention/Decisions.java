package org.simpul.retention;

import java.util.List;
import java.util.Optional;
import org.simpul.retention.RetentionDecision.Kind;

/** What was said to one schedule or purge: how far it is follows from that. Who declines outweighs who approves. */
record Decisions(List<RetentionDecision> all) {

    private Optional<RetentionDecision> find(Kind kind) {
        return all.stream().filter(one -> one.kind == kind).findFirst();
    }

    Optional<RetentionDecision> decision() {
        return find(Kind.DECLINE).or(() -> find(Kind.APPROVE));
    }

    Optional<RetentionDecision> installation() {
        return find(Kind.INSTALL);
    }

    ScheduleStatus ofSchedule() {
        return installation().isPresent()
                ? ScheduleStatus.INSTALLED
                : decision()
                        .map(one -> one.kind == Kind.APPROVE ? ScheduleStatus.APPROVED : ScheduleStatus.DECLINED)
                        .orElse(ScheduleStatus.PROPOSED);
    }

    PurgeStatus ofPurge(PurgeStatus stored) {
        return stored != PurgeStatus.ORDERED
                ? stored
                : decision()
                        .map(one -> one.kind == Kind.APPROVE ? PurgeStatus.APPROVED : PurgeStatus.DECLINED)
                        .orElse(stored);
    }
}
