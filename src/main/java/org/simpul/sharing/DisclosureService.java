package org.simpul.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.WorkingGroupDirectory;
import org.simpul.access.WorkingGroupDirectory.Group;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;

/** What we gave, and what we got. */
@ApplicationScoped
public class DisclosureService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DisclosureRepository repository;
    private final ParticipantDirectory directory;
    private final WorkingGroupDirectory groups;
    private final AuditLog audit;

    DisclosureService(
            CurrentCaller current,
            AccessPolicy policy,
            DisclosureRepository repository,
            ParticipantDirectory directory,
            WorkingGroupDirectory groups,
            AuditLog audit) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.directory = directory;
        this.groups = groups;
        this.audit = audit;
    }

    /** Which side of the ledger. */
    public enum Direction {
        GIVEN,
        RECEIVED
    }

    @Transactional
    public Page<DisclosureView> list(Direction direction, PageRequest page) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Page<Disclosure> rows = Page.of(
                direction == Direction.GIVEN ? repository.given(scope, page) : repository.received(scope, page),
                page.size(),
                row -> row.id);
        Map<UUID, Member> members = directory.byId(rows.items().stream()
                .flatMap(row -> Stream.of(row.fromParticipant, row.toParticipant))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<UUID, Group> own = groups.owned(
                caller.participantId(),
                rows.items().stream()
                        .map(row -> row.toGroup)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        String me = direction == Direction.GIVEN
                ? ""
                : directory
                        .byId(List.of(caller.participantId()))
                        .get(caller.participantId())
                        .name();
        audit.record(SharingAct.DISCLOSURE_LISTED, AuditedObject.list("DISCLOSURE"), direction.name());
        return rows.map(row -> DisclosureView.from(row, members, own, me));
    }
}
