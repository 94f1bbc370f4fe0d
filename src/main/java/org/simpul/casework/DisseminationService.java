package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.referral.ProtectedPeople;
import org.simpul.referral.basis.BasisUse;
import org.simpul.referral.basis.LegalBases;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Handling;
import org.simpul.sharing.Received;
import org.simpul.sharing.Visibility;

/** Disseminations: drafted by the FIU from the rows of a case, read by it and by whom they are disclosed to. */
@ApplicationScoped
public class DisseminationService {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final DisseminationRepository repository;
    private final ResponseRepository responses;
    private final DisseminationReader reader;
    private final CaseRepository cases;
    private final IntakeRepository intakes;
    private final CopiedRows rows;
    private final Discretion discretion;
    private final Recipients recipients;
    private final LegalBases bases;
    private final ParticipantDirectory directory;
    private final AuditLog audit;
    private final InstantSource clock;

    DisseminationService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            DisseminationRepository repository,
            ResponseRepository responses,
            DisseminationReader reader,
            CaseRepository cases,
            IntakeRepository intakes,
            CopiedRows rows,
            Discretion discretion,
            Recipients recipients,
            LegalBases bases,
            ParticipantDirectory directory,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.repository = repository;
        this.responses = responses;
        this.reader = reader;
        this.cases = cases;
        this.intakes = intakes;
        this.rows = rows;
        this.discretion = discretion;
        this.recipients = recipients;
        this.bases = bases;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem INVALID when the case, a row or a recipient is unknown, or when it tells who is protected */
    @Transactional
    DisseminationView draft(DisseminationForm form) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        bases.require(form.legalBasis(), BasisUse.DISSEMINATION);
        CaseFile from = cases.find(scope, form.caseId()).orElseThrow(() -> Problem.invalid("case_id", "unknown_value"));
        Dissemination file = new Dissemination();
        file.id = Ids.next();
        file.owner = caller.participantId();
        file.caseId = from.id;
        file.status = DisseminationStatus.DRAFT;
        file.createdBy = caller.person();
        file.createdAt = clock.instant();
        DisseminationVersion version = DisseminationVersion.first(file);
        cases.getEntityManager().persist(file);
        begin(caller, scope, file, version, form);
        DisseminationView view = reader.view(caller, scope, version);
        audit.record(CaseworkAct.DISSEMINATION_DRAFTED, audited(version));
        return view;
    }

    /**
     * Drafts the version after the newest one, which stays as it is with those who received it.
     *
     * @param id of the newest version
     * @throws Problem NOT_FOUND, STATE_CONFLICT when it is not disseminated, or another version came after it, INVALID as
     *     for a draft
     */
    @Transactional
    DisseminationView openVersion(UUID id, DisseminationForm form) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        DisseminationVersion before = repository.lock(scope, id).orElseThrow(Problem::notFound);
        Dissemination file = repository.file(scope, before).orElseThrow(Problem::notFound);
        if (before.sealedAt == null) {
            throw Problem.stateConflict("not_disseminated");
        }
        if (!repository.ofDissemination(scope, before).get(0).id.equals(before.id)) {
            throw Problem.stateConflict("newer_version");
        }
        requireCase(file, form);
        bases.require(form.legalBasis(), BasisUse.DISSEMINATION);
        file.status = DisseminationStatus.DRAFT;
        DisseminationVersion version = before.next(file);
        begin(caller, scope, file, version, form);
        DisseminationView view = reader.view(caller, scope, version);
        audit.record(CaseworkAct.DISSEMINATION_VERSION_OPENED, audited(version));
        return view;
    }

    private void begin(
            Caller caller, Visibility scope, Dissemination file, DisseminationVersion version, DisseminationForm form) {
        List<Intake> chosenFrom = intakes.ofCase(scope, file.caseId);
        ProtectedPeople people = discretion.keptBy(intakes.everOfCase(scope, file.caseId));
        version.write(form, caller.person());
        List<Problem.Violation> telling = discretion.withhold(version, people);
        repository.persistAndFlush(version);
        copy(version, chosenFrom, people, telling, form);
    }

    private static void requireCase(Dissemination file, DisseminationForm form) {
        if (!file.caseId.equals(form.caseId())) {
            throw Problem.invalid("case_id", "unchangeable");
        }
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is no draft, VERSION_CHANGED */
    @Transactional
    DisseminationView edit(UUID id, @Nullable String ifMatch, DisseminationForm form) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = repository.lock(scope, id).orElseThrow(Problem::notFound);
        Dissemination file = repository.file(scope, version).orElseThrow(Problem::notFound);
        EntityTags.requireMatch(ifMatch, version.revision);
        if (version.status(file) != DisseminationStatus.DRAFT) {
            throw Problem.stateConflict("not_a_draft");
        }
        requireCase(file, form);
        bases.require(form.legalBasis(), BasisUse.DISSEMINATION);
        List<Intake> chosenFrom = intakes.ofCase(scope, file.caseId);
        ProtectedPeople people = discretion.keptBy(intakes.everOfCase(scope, file.caseId));
        version.write(form, caller.person());
        copy(version, chosenFrom, people, discretion.withhold(version, people), form);
        DisseminationView view = reader.view(caller, scope, version);
        audit.record(CaseworkAct.DISSEMINATION_EDITED, audited(version));
        return view;
    }

    private void copy(
            DisseminationVersion version,
            List<Intake> chosenFrom,
            ProtectedPeople people,
            List<Problem.Violation> inTexts,
            DisseminationForm form) {
        rows.replace(version, chosenFrom, people, form.rows());
        List<Problem.Violation> telling = new ArrayList<>(inTexts);
        telling.addAll(discretion.violations(version, people));
        if (!telling.isEmpty()) {
            throw Problem.invalid(telling);
        }
        recipients.replace(version, form);
    }

    /** The FIU's own, or what an agency received; newest first. */
    @Transactional
    public Page<DisseminationSummary> list(PageRequest page) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        boolean desk = DisseminationReader.isDesk(caller);
        Page<DisseminationVersion> versions = Page.of(
                desk ? repository.own(scope, page) : repository.received(scope, page),
                page.size(),
                version -> version.id);
        Map<UUID, Dissemination> files = repository.files(scope, versions.items()).stream()
                .collect(Collectors.toMap(file -> file.id, Function.identity()));
        Map<UUID, List<ResponseKind>> answered = desk ? Map.of() : responses.kinds(scope, versions.items());
        Map<UUID, Member> owners = directory.byId(
                versions.items().stream().map(version -> version.owner).collect(Collectors.toSet()));
        audit.record(CaseworkAct.DISSEMINATION_LISTED, AuditedObject.list("DISSEMINATION_VERSION"));
        Masks masks = Masks.of(repository.masks(
                versions.items().stream().map(version -> version.id).toList()));
        Map<UUID, Received> handedOn = desk
                ? Map.of()
                : reader.handedOn(
                        versions.items().stream().map(version -> version.id).toList());
        Function<DisseminationVersion, DisseminationSummary> summary = version -> new DisseminationSummary(
                version.id,
                version.reference,
                version.product,
                desk ? version.number : null,
                desk ? masks.text(version.id, MaskedPart.TITLE, version.title) : null,
                owners.get(version.owner).name(),
                handling(version, handedOn.get(version.id)),
                version.sealedAt,
                desk ? version.status(files.get(version.disseminationId)) : null,
                desk ? null : Progress.of(answered.getOrDefault(version.id, List.of())));
        return versions.map(summary);
    }

    @Transactional
    public DisseminationView read(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = repository.find(scope, id).orElseThrow(Problem::notFound);
        DisseminationView view = reader.view(caller, scope, version);
        audit.record(CaseworkAct.DISSEMINATION_READ, audited(version));
        return view;
    }

    /** What each recipient reads once it is disseminated, and who they are. */
    @Transactional
    DisseminationPreview preview(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        DisseminationVersion version = repository
                .find(scope, id)
                .filter(found -> found.owner.equals(caller.participantId()))
                .orElseThrow(Problem::notFound);
        DisseminationPreview preview = new DisseminationPreview(recipients.views(version), reader.delivered(version));
        audit.record(CaseworkAct.DISSEMINATION_PREVIEWED, audited(version));
        return preview;
    }

    /** What was handed on is under the handling of whoever gave it, which is no looser. */
    static Handling handling(DisseminationVersion version, @Nullable Received handedOn) {
        return handedOn == null ? version.handling() : handedOn.handling();
    }

    static AuditedObject audited(DisseminationVersion version) {
        return new AuditedObject("DISSEMINATION_VERSION", version.id, version.owner);
    }
}
