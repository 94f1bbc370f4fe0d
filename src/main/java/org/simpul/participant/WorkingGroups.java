package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.WorkingGroupDirectory;
import org.simpul.audit.NotAudited;

@ApplicationScoped
class WorkingGroups implements WorkingGroupDirectory {
    private final WorkingGroupRepository repository;
    private final ParticipantDirectory directory;
    private final InstantSource clock;

    WorkingGroups(WorkingGroupRepository repository, ParticipantDirectory directory, InstantSource clock) {
        this.repository = repository;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    @Transactional
    @NotAudited("an owner's groups and who is inside, for use cases that are audited themselves")
    public Map<UUID, Group> owned(UUID owner, Collection<UUID> ids) {
        List<WorkingGroup> groups = repository.findOwned(owner, ids);
        if (groups.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Set<UUID>> inside =
                repository.inside(owner, groups.stream().map(group -> group.id).toList(), clock.instant()).stream()
                        .collect(Collectors.groupingBy(
                                stay -> stay.groupId,
                                Collectors.mapping(stay -> stay.participantId, Collectors.toSet())));
        List<Member> admitted = directory.admittedOf(
                inside.values().stream().flatMap(Set::stream).distinct().toList());
        return groups.stream()
                .map(group -> new Group(
                        group.id,
                        group.name,
                        admitted.stream()
                                .filter(member ->
                                        inside.getOrDefault(group.id, Set.of()).contains(member.id()))
                                .sorted(Comparator.comparing(Member::name))
                                .toList()))
                .collect(Collectors.toMap(Group::id, Function.identity()));
    }
}
