package org.simpul.typology.practice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;
import org.simpul.typology.InUse;
import org.simpul.typology.TypologiesInUse;

/** Institutions say which version they use. The typology's owner reads it; no other institution ever does. */
@ApplicationScoped
class AdoptionService {
    private static final String KIND = "TYPOLOGY_ADOPTION";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final AdoptionRepository repository;
    private final TypologiesInUse typologies;
    private final ParticipantDirectory directory;
    private final AuditLog audit;
    private final InstantSource clock;

    AdoptionService(
            CurrentCaller current,
            AccessPolicy policy,
            AdoptionRepository repository,
            TypologiesInUse typologies,
            ParticipantDirectory directory,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.typologies = typologies;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Says that the caller's institution uses a version, in place of the one that it used before.
     *
     * @throws Problem STATE_CONFLICT when it uses this one already, or the typology is retired
     */
    @Transactional
    AdoptionView adopt(UUID typologyId, int number) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        InUse version = typologies.numbered(typologyId, number);
        Instant now = clock.instant();
        repository.live(scope, typologyId).ifPresent(before -> {
            if (before.objectId.equals(version.versionId())) {
                throw Problem.stateConflict("adopted_already");
            }
            before.end(caller.person(), now);
            repository.flush();
        });
        Adoption adoption = new Adoption();
        adoption.id = Ids.next();
        adoption.owner = caller.participantId();
        adoption.objectId = version.versionId();
        adoption.objectOwner = version.owner();
        adoption.typologyId = typologyId;
        adoption.number = number;
        adoption.adoptedBy = caller.person();
        adoption.adoptedAt = now;
        repository.persistAndFlush(adoption);
        audit.record(PracticeAct.TYPOLOGY_ADOPTED, audited(adoption));
        return view(adoption);
    }

    /** @throws Problem STATE_CONFLICT when it has ended */
    @Transactional
    AdoptionView end(UUID id) {
        Caller caller = current.get();
        Adoption adoption = repository.own(policy.visibility(caller), id).orElseThrow(Problem::notFound);
        if (adoption.endedAt != null) {
            throw Problem.stateConflict("adoption_over");
        }
        adoption.end(caller.person(), clock.instant());
        repository.flush();
        audit.record(PracticeAct.TYPOLOGY_ADOPTION_ENDED, audited(adoption));
        return view(adoption);
    }

    @Transactional
    Page<AdoptionView> list(PageRequest page) {
        Page<Adoption> adoptions = Page.of(
                repository.newest(policy.visibility(current.get()), page), page.size(), adoption -> adoption.id);
        Map<UUID, Member> members = directory.byId(
                adoptions.items().stream().map(adoption -> adoption.owner).collect(Collectors.toSet()));
        audit.record(PracticeAct.TYPOLOGY_ADOPTIONS_LISTED, AuditedObject.list(KIND));
        return adoptions.map(adoption ->
                AdoptionView.from(adoption, members.get(adoption.owner).name()));
    }

    private AdoptionView view(Adoption adoption) {
        return AdoptionView.from(
                adoption,
                directory.byId(List.of(adoption.owner)).get(adoption.owner).name());
    }

    private static AuditedObject audited(Adoption adoption) {
        return new AuditedObject(KIND, adoption.id, adoption.owner);
    }
}
