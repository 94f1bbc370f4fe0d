package org.simpul.typology;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final RetirementRepository retirements;
    private final VersionReader reader;
    private final Comparison comparison;
    private final Drafting drafting;
    private final AuditLog audit;
    private final InstantSource clock;

    TypologyService(
            CurrentCaller current,
            AccessPolicy policy,
            TypologyRepository repository,
            RetirementRepository retirements,
            VersionReader reader,
            Comparison comparison,
            Drafting drafting,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.retirements = retirements;
        this.reader = reader;
        this.comparison = comparison;
        this.drafting = drafting;
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
     * @throws Problem INVALID for red flags that break R9, INCOMPLETE for a text without one of its languages
     */
    @Transactional
    public boolean draftIfAbsent(TypologyContent content) {
        content.requireSound();
        content.requireBothEditions();
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
        Set<UUID> retired = Set.copyOf(retirements.retired(
                scope,
                versions.items().stream().map(version -> version.typologyId).toList()));
        audit.record(TypologyAct.TYPOLOGY_LISTED, AuditedObject.list("TYPOLOGY"));
        return versions.map(version -> TypologySummary.from(
                version,
                retired.contains(version.typologyId)
                        ? TypologyStatus.RETIRED
                        : VersionReader.status(version, files.get(version.typologyId))));
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
        file.require(TypologyTransition.EDIT);
        EntityTags.requireMatch(ifMatch, version.revision);
        if (!file.code.equals(content.code())) {
            throw Problem.invalid("code", "typology_code_is_stable");
        }
        drafting.write(caller, file, version, content);
        audit.record(TypologyTransition.EDIT.act(), audited(version));
        return reader.view(caller, scope, version, file);
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
        TypologyVersion version = drafting.next(caller, scope, file);
        audit.record(TypologyTransition.OPEN_NEXT.act(), audited(version));
        return reader.view(caller, scope, version, file);
    }

    /**
     * What a version says otherwise than another.
     *
     * @param since number of the other one; null for the one before
     * @throws Problem STATE_CONFLICT when there is none before
     */
    @Transactional
    public TypologyChanges compare(UUID id, int number, @Nullable Integer since) {
        Visibility scope = policy.visibility(current.get());
        TypologyVersion after = repository.numbered(scope, id, number).orElseThrow(Problem::notFound);
        if (since == null && number == 1) {
            throw Problem.stateConflict("no_version_before");
        }
        TypologyVersion before = repository
                .numbered(scope, id, since == null ? number - 1 : since)
                .orElseThrow(Problem::notFound);
        audit.record(TypologyAct.TYPOLOGY_COMPARED, audited(after), before.id.toString());
        return comparison.of(
                before.number,
                before.content(repository.flags(before)),
                after.number,
                after.content(repository.flags(after)));
    }

    /**
     * @return whether a version that is published to the caller has this red flag, and the typology is still in use, so
     *     that a referral may cite it
     */
    @Transactional
    @NotAudited("a check inside use cases that are audited themselves")
    public boolean cited(UUID versionId, String code) {
        Visibility scope = policy.visibility(current.get());
        return repository
                .published(scope, versionId)
                .filter(version ->
                        retirements.retired(scope, List.of(version.typologyId)).isEmpty())
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
        TypologyVersion version = drafting.open(file, 1, content, caller.personId());
        audit.record(TypologyTransition.BEGIN.act(), audited(version));
        return reader.view(caller, policy.visibility(caller), version, file);
    }

    private TypologyView read(Visibility scope, Optional<TypologyVersion> found) {
        TypologyVersion version = found.orElseThrow(Problem::notFound);
        Typology file = repository.files(scope, List.of(version.typologyId)).stream()
                .findFirst()
                .orElse(null);
        TypologyView view = reader.view(current.get(), scope, version, file);
        audit.record(TypologyAct.TYPOLOGY_READ, audited(version));
        return view;
    }

    static AuditedObject audited(TypologyVersion version) {
        return new AuditedObject("TYPOLOGY_VERSION", version.id, version.owner);
    }
}
