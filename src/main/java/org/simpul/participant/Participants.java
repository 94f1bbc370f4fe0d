package org.simpul.participant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantKind;
import org.simpul.audit.NotAudited;

@ApplicationScoped
class Participants implements ParticipantDirectory {
    private static final String LOOK_UP = "names and kinds of members, for use cases that are audited themselves";

    private final ParticipantRepository repository;

    Participants(ParticipantRepository repository) {
        this.repository = repository;
    }

    @Override
    @Transactional
    @NotAudited(LOOK_UP)
    public Member fiu() {
        return repository.find("kind", ParticipantKind.FIU).singleResult().member();
    }

    @Override
    @Transactional
    @NotAudited(LOOK_UP)
    public Optional<Member> operator() {
        return repository
                .find("kind = ?1 order by id", ParticipantKind.OPERATOR)
                .firstResultOptional()
                .map(Participant::member);
    }

    @Override
    @Transactional
    @NotAudited(LOOK_UP)
    public Optional<Member> admitted(String alias) {
        return repository
                .find("alias = ?1 and status = ?2", alias, ParticipantStatus.ADMITTED)
                .firstResultOptional()
                .map(Participant::member);
    }

    @Override
    @Transactional
    @NotAudited(LOOK_UP)
    public List<Member> admitted(Collection<ParticipantKind> kinds) {
        return repository
                .find("kind in ?1 and status = ?2 order by name", kinds, ParticipantStatus.ADMITTED)
                .project(Member.class)
                .list();
    }

    @Override
    @Transactional
    @NotAudited(LOOK_UP)
    public List<Member> admitted(ParticipantKind kind, @Nullable String sector, @Nullable String jurisdiction) {
        return repository
                .find(
                        "kind = ?1 and status = ?2 and (?3 is null or sector = ?3) and (?4 is null or jurisdiction = ?4)"
                                + " order by name, id",
                        kind,
                        ParticipantStatus.ADMITTED,
                        sector,
                        jurisdiction)
                .project(Member.class)
                .list();
    }

    @Override
    @Transactional
    @NotAudited(LOOK_UP)
    public List<Member> admittedOf(Collection<UUID> ids) {
        return repository
                .find("id in ?1 and status = ?2 order by name", ids, ParticipantStatus.ADMITTED)
                .project(Member.class)
                .list();
    }

    @Override
    @Transactional
    @NotAudited(LOOK_UP)
    public Map<UUID, Member> byId(Collection<UUID> ids) {
        return repository.find("id in ?1", ids).stream()
                .map(Participant::member)
                .collect(Collectors.toMap(Member::id, Function.identity()));
    }
}
