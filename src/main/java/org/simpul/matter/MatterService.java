package org.simpul.matter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.MatterDirectory;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class MatterService implements MatterDirectory {
    static final String KIND = "MATTER";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final MatterRepository repository;
    private final MatterConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    MatterService(
            CurrentCaller current,
            AccessPolicy policy,
            MatterRepository repository,
            MatterConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    @NotAudited("a check inside use cases that are audited themselves")
    public boolean isLive(UUID agency, String caseReference) {
        return repository.isLive(agency, caseReference, clock.instant());
    }

    @Override
    @Transactional
    @NotAudited("a check inside use cases that are audited themselves")
    public boolean keepLive(UUID agency, String caseReference) {
        return repository.keepLive(agency, caseReference, clock.instant());
    }

    @Override
    @Transactional
    @NotAudited("a part of use cases that are audited themselves")
    public Optional<LiveMatter> find(UUID agency, String caseReference) {
        return repository
                .live(agency, List.of(caseReference), clock.instant())
                .findFirst()
                .map(matter -> new LiveMatter(matter.offence, matter.expiresAt));
    }

    @Override
    @Transactional
    @NotAudited("a part of use cases that are audited themselves")
    public Set<String> live(UUID agency, Collection<String> caseReferences) {
        return repository
                .live(agency, caseReferences, clock.instant())
                .map(matter -> matter.number)
                .collect(Collectors.toSet());
    }

    /** @throws Problem INVALID when it would run too long, STATE_CONFLICT for a number that is registered */
    @Transactional
    MatterView register(RegisterMatter command) {
        Caller caller = current.get();
        Instant now = clock.instant();
        requireEnd(command.expiresAt(), now);
        if (repository.isTaken(caller.participantId(), command.number())) {
            throw Problem.stateConflict("matter_registered");
        }
        Matter matter = new Matter();
        matter.id = Ids.next();
        matter.owner = caller.participantId();
        matter.number = command.number();
        matter.offence = command.offence();
        matter.registeredBy = caller.person();
        matter.registeredAt = now;
        matter.expiresAt = command.expiresAt();
        matter.status = MatterStatus.LIVE;
        repository.persist(matter);
        audit.record(MatterStep.REGISTER.act(), audited(matter));
        return MatterView.from(matter, now);
    }

    /**
     * @throws Problem NOT_FOUND, INVALID when the end is no later one or lies too far, STATE_CONFLICT when it is closed
     */
    @Transactional
    MatterView extend(UUID id, ExtendMatter command) {
        Instant now = clock.instant();
        Matter matter = change(id, MatterStep.EXTEND, command.reason(), now);
        requireEnd(command.expiresAt(), now);
        if (!command.expiresAt().isAfter(matter.expiresAt)) {
            throw Problem.invalid("expires_at", "not_later");
        }
        matter.expiresAt = command.expiresAt();
        matter.warnedAt = null;
        audit.record(
                MatterStep.EXTEND.act(), audited(matter), command.expiresAt().toString());
        return MatterView.from(matter, now);
    }

    /**
     * Nothing is read under it any more, from the next request on.
     *
     * @throws Problem NOT_FOUND, STATE_CONFLICT when it is closed
     */
    @Transactional
    MatterView close(UUID id, CloseMatter command) {
        Instant now = clock.instant();
        Matter matter = change(id, MatterStep.CLOSE, command.reason(), now);
        audit.record(MatterStep.CLOSE.act(), audited(matter));
        return MatterView.from(matter, now);
    }

    private Matter change(UUID id, MatterStep step, String reason, Instant now) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        // the database locks nothing that is closed
        Matter matter = repository
                .lock(scope, id)
                .orElseThrow(() -> repository.seen(scope, List.of(id)).isEmpty()
                        ? Problem.notFound()
                        : Problem.stateConflict("matter_closed"));
        matter.take(step);
        matter.reason = reason;
        matter.changedBy = caller.person();
        matter.changedAt = now;
        return matter;
    }

    private void requireEnd(Instant end, Instant now) {
        if (end.isAfter(now.plus(config.longest()))) {
            throw Problem.invalid("expires_at", "too_far");
        }
    }

    @Transactional
    Page<MatterView> list(PageRequest page) {
        Caller caller = current.get();
        Page<Matter> matters =
                Page.of(repository.newest(policy.visibility(caller), page), page.size(), matter -> matter.id);
        audit.record(MatterAct.MATTER_LISTED, AuditedObject.list(KIND));
        Instant now = clock.instant();
        return matters.map(matter -> MatterView.from(matter, now));
    }

    static AuditedObject audited(Matter matter) {
        return new AuditedObject(KIND, matter.id, matter.owner);
    }
}
