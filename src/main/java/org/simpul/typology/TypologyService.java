package org.simpul.typology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.audit.NotAudited;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Drafting and reading typologies; publishing them is {@link PublicationService}'s. */
@ApplicationScoped
public class TypologyService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final TypologyRepository repository;
    private final VersionReader reader;
    private final AuditLog audit;
    private final InstantSource clock;

    TypologyService(
            CurrentCaller current,
            AccessPolicy policy,
            TypologyRepository repository,
            VersionReader reader,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.reader = reader;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A new typology with its first version open. Without an author when the hub itself brings it along.
     *
     * @throws Problem INVALID for red flags that break R9, STATE_CONFLICT when we have a typology of this code
     */
    @Transactional
    public TypologyView draft(TypologyContent content) {
        content.requireSound();
        if (repository.isTaken(policy.visibility(current.get()), content.code())) {
            throw Problem.stateConflict("typology_code_taken");
        }
        return begin(content);
    }

    /**
     * Drafts it unless the caller's institution has a typology of this code, whatever became of it since.
     *
     * @return whether it was drafted
     * @throws Problem INVALID for red flags that break R9
     */
    @Transactional
    public boolean draftIfAbsent(TypologyContent content) {
        content.requireSound();
        if (repository.isTaken(policy.visibility(current.get()), content.code())) {
            return false;
        }
        begin(content);
        return true;
    }

    @Transactional
    public Page<TypologySummary> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<TypologyVersion> versions = Page.of(repository.newest(scope, page), page.size(), version -> version.id);
        Map<UUID, Typology> files =
                repository
                        .files(
                                scope,
                                versions.items().stream()
                                        .map(version -> version.typologyId)
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(file -> file.id, Function.identity()));
        audit.record(TypologyAct.TYPOLOGY_LISTED, AuditedObject.list("TYPOLOGY"));
        return versions.map(
                version -> TypologySummary.from(version, VersionReader.status(version, files.get(version.typologyId))));
    }

    /** The newest version that the caller may see. */
    @Transactional
    public TypologyView read(UUID id) {
        Visibility scope = policy.visibility(current.get());
        return read(scope, repository.newest(scope, id));
    }

    @Transactional
    public TypologyView read(UUID id, int number) {
        Visibility scope = policy.visibility(current.get());
        return read(scope, repository.numbered(scope, id, number));
    }

    /**
     * Writes the open draft anew.
     *
     * @param ifMatch entity tag of the draft as it was read
     * @throws Problem STATE_CONFLICT when it is no draft, VERSION_REQUIRED, VERSION_CHANGED, INVALID as for a new one
     */
    @Transactional
    public TypologyView edit(UUID id, @Nullable String ifMatch, TypologyContent content) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Typology file = repository.hold(scope, id).orElseThrow(Problem::notFound);
        TypologyVersion version = repository.newest(scope, id).orElseThrow(Problem::notFound);
        file.require(TypologyStatus.DRAFT, "not_a_draft");
        EntityTags.requireMatch(ifMatch, version.revision);
        content.requireSound();
        if (!file.code.equals(content.code())) {
            throw Problem.invalid("code", "typology_code_is_stable");
        }
        version.write(content, caller.person(), clock.instant());
        repository.replaceFlags(version, content.redFlags());
        audit.record(TypologyAct.TYPOLOGY_EDITED, audited(version));
        return reader.view(caller, version, file);
    }

    /**
     * Opens the next version of a published typology, as a copy of the published one.
     *
     * @throws Problem STATE_CONFLICT while another version is open
     */
    @Transactional
    public TypologyView next(UUID id) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Typology file = repository.hold(scope, id).orElseThrow(Problem::notFound);
        file.require(TypologyStatus.PUBLISHED, "not_published");
        TypologyVersion published = repository.newest(scope, id).orElseThrow(Problem::notFound);
        file.status = TypologyStatus.DRAFT;
        TypologyVersion version =
                open(file, published.number + 1, published.content(repository.flags(published)), caller.person());
        audit.record(TypologyAct.TYPOLOGY_VERSION_OPENED, audited(version));
        return reader.view(caller, version, file);
    }

    /** @return whether a version that is published to the caller has this red flag, so that a referral may cite it */
    @Transactional
    @NotAudited("a check inside use cases that are audited themselves")
    public boolean cited(UUID versionId, String code) {
        return repository
                .published(policy.visibility(current.get()), versionId)
                .filter(version -> repository.flags(version).stream().anyMatch(flag -> flag.code.equals(code)))
                .isPresent();
    }

    /** @return how much each red flag of a published version weighs, by its code; empty when it is not seen */
    @Transactional
    @NotAudited("read inside use cases that are audited themselves")
    public Map<String, Integer> weights(UUID versionId) {
        return repository
                .published(policy.visibility(current.get()), versionId)
                .map(version -> repository.flags(version).stream()
                        .collect(Collectors.toMap(flag -> flag.code, flag -> flag.weight)))
                .orElse(Map.of());
    }

    private TypologyView begin(TypologyContent content) {
        Caller caller = current.get();
        Typology file = new Typology();
        file.id = Ids.next();
        file.owner = caller.participantId();
        file.code = content.code();
        file.status = TypologyStatus.DRAFT;
        file.createdAt = clock.instant();
        repository.create(file);
        TypologyVersion version = open(file, 1, content, caller.personId());
        audit.record(TypologyAct.TYPOLOGY_DRAFTED, audited(version));
        return reader.view(caller, version, file);
    }

    private TypologyVersion open(Typology file, int number, TypologyContent content, @Nullable UUID author) {
        TypologyVersion version = new TypologyVersion();
        version.id = Ids.next();
        version.owner = file.owner;
        version.typologyId = file.id;
        version.code = file.code;
        version.number = number;
        version.author = author;
        version.write(content, author, clock.instant());
        repository.create(version, content.redFlags());
        return version;
    }

    private TypologyView read(Visibility scope, Optional<TypologyVersion> found) {
        TypologyVersion version = found.orElseThrow(Problem::notFound);
        Typology file = repository.files(scope, List.of(version.typologyId)).stream()
                .findFirst()
                .orElse(null);
        TypologyView view = reader.view(current.get(), version, file);
        audit.record(TypologyAct.TYPOLOGY_READ, audited(version));
        return view;
    }

    static AuditedObject audited(TypologyVersion version) {
        return new AuditedObject("TYPOLOGY_VERSION", version.id, version.owner);
    }
}
