package org.simpul.hold;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.ParticipantKind;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.ProblemType;
import org.simpul.shared.Reference;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Holds: written by whoever asks for them or does them, recorded by agencies, read by their two sides. */
@ApplicationScoped
class HoldService {
    static final String KIND = "HOLD";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final HoldRepository repository;
    private final HoldReader reader;
    private final HoldForms forms;
    private final HoldSeal seal;
    private final HoldConfig config;
    private final ParticipantDirectory directory;
    private final AuditLog audit;
    private final InstantSource clock;

    HoldService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            HoldRepository repository,
            HoldReader reader,
            HoldForms forms,
            HoldSeal seal,
            HoldConfig config,
            ParticipantDirectory directory,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.repository = repository;
        this.reader = reader;
        this.forms = forms;
        this.seal = seal;
        this.config = config;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A draft; of an agency a record, which is told to the FIU at once.
     *
     * @throws Problem INVALID for what does not suit who writes it, or is unknown; STATE_CONFLICT for a letter that another
     *     request stands on; FORBIDDEN when a machine records
     */
    @Transactional
    HoldView draft(HoldForm form) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        boolean recorded = caller.kind() == ParticipantKind.LAW_ENFORCEMENT;
        if (recorded && !caller.human()) {
            throw Problem.of(ProblemType.FORBIDDEN);
        }
        Visibility scope = policy.visibility(caller);
        Hold hold = new Hold();
        hold.id = Ids.random();
        hold.owner = caller.participantId();
        hold.kind = form.kind();
        hold.status = recorded ? HoldStatus.REQUESTED : HoldStatus.DRAFT;
        hold.createdBy = caller.person();
        hold.createdAt = clock.instant();
        HoldVersion version = new HoldVersion();
        version.id = Ids.random();
        version.place = Ids.next();
        version.owner = hold.owner;
        version.holdId = hold.id;
        version.number = 1;
        version.step = VersionStep.REQUEST;
        version.reference = Reference.random("H");
        version.kind = form.kind();
        version.workingDays = config.workingDays(form.kind());
        version.recorded = recorded;
        forms.write(caller, scope, hold, version, form);
        if (recorded) {
            version.digest = reader.digest(version);
            seal.close(scope, hold, version, null);
        }
        HoldView view = reader.view(caller, scope, hold.id);
        audit.record((recorded ? HoldTransition.RECORD : HoldTransition.BEGIN).act(), audited(hold), version.digest);
        return view;
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is no draft, VERSION_CHANGED, INVALID */
    @Transactional
    HoldView edit(UUID id, @Nullable String ifMatch, HoldForm form) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        Hold hold = seal.own(scope, id);
        EntityTags.requireMatch(ifMatch, hold.revision);
        if (hold.status != HoldStatus.DRAFT) {
            throw Problem.stateConflict("hold_step_not_open");
        }
        if (form.kind() != hold.kind) {
            throw Problem.invalid("kind", "unchangeable");
        }
        HoldVersion version = repository.open(scope, hold).orElseThrow(Problem::notFound);
        forms.write(caller, scope, hold, version, form);
        hold.revision++;
        repository.flush();
        HoldView view = reader.view(caller, scope, id);
        audit.record(HoldAct.HOLD_EDITED, audited(hold));
        return view;
    }

    /** Of both sides, newest first, without accounts. */
    @Transactional
    Page<HoldSummary> list(PageRequest page) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Page<HoldVersion> firsts = Page.of(repository.newest(scope, page), page.size(), version -> version.place);
        List<UUID> ids = firsts.items().stream().map(version -> version.holdId).toList();
        Map<UUID, Hold> files =
                repository.files(scope, ids).stream().collect(Collectors.toMap(file -> file.id, file -> file));
        Map<UUID, List<HoldVersion>> versions = repository.versions(scope, ids).stream()
                .filter(version -> version.sealedAt != null)
                .collect(Collectors.groupingBy(version -> version.holdId));
        Map<UUID, List<HoldAnswer>> answers =
                repository.answers(scope, ids).stream().collect(Collectors.groupingBy(answer -> answer.objectId));
        Map<UUID, Member> members = directory.byId(firsts.items().stream()
                .flatMap(version -> Stream.of(version.owner, version.institution))
                .collect(Collectors.toSet()));
        audit.record(HoldAct.HOLD_LISTED, AuditedObject.list(KIND));
        Instant now = clock.instant();
        Function<HoldVersion, HoldSummary> summary = first -> {
            List<HoldVersion> sealed = versions.getOrDefault(first.holdId, List.of());
            Hold file = files.get(first.holdId);
            return new HoldSummary(
                    first.holdId,
                    first.reference,
                    first.kind,
                    file != null
                            ? file.status
                            : HoldReader.progress(sealed, answers.getOrDefault(first.holdId, List.of()), now),
                    members.get(first.owner).name(),
                    members.get(first.institution).name(),
                    first.measure,
                    sealed.isEmpty() ? null : sealed.get(sealed.size() - 1).endsAt);
        };
        return firsts.map(summary);
    }

    /** @throws Problem NOT_FOUND, PURPOSE_REQUIRED, MATTER_NOT_LIVE */
    @Transactional
    HoldView read(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        HoldView view = reader.view(caller, scope, id);
        UUID owner = repository.versions(scope, List.of(id)).get(0).owner;
        audit.record(HoldAct.HOLD_READ, new AuditedObject(KIND, id, owner));
        return view;
    }

    static AuditedObject audited(Hold hold) {
        return new AuditedObject(KIND, hold.id, hold.owner);
    }
}
