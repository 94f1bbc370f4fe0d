package org.simpul.inquiry.rfi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantKind;
import org.simpul.access.PurposeRule;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.casework.CaseEventKind;
import org.simpul.casework.Cases;
import org.simpul.shared.EntityTags;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** Requests for information, written and read by whoever asks. */
@ApplicationScoped
class RfiService {
    static final String KIND = "RFI";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final PurposeRule purpose;
    private final RfiRepository files;
    private final RfiForms forms;
    private final RfiReader reader;
    private final Cases cases;
    private final AuditLog audit;
    private final InstantSource clock;

    RfiService(
            CurrentCaller current,
            AccessPolicy policy,
            PurposeRule purpose,
            RfiRepository files,
            RfiForms forms,
            RfiReader reader,
            Cases cases,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.purpose = purpose;
        this.files = files;
        this.forms = forms;
        this.reader = reader;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem INVALID; STATE_CONFLICT when nobody is asked from there; what a case refuses */
    @Transactional
    RfiView draft(RfiForm form) {
        Caller caller = current.get();
        purpose.requirePersonLevelToWrite(caller);
        Visibility scope = policy.visibility(caller);
        Rfi rfi = new Rfi();
        rfi.id = Ids.next();
        rfi.owner = caller.participantId();
        rfi.status = RfiStatus.DRAFT;
        rfi.createdAt = clock.instant();
        rfi.matter = caller.kind() == ParticipantKind.LAW_ENFORCEMENT ? caller.caseReference() : null;
        forms.write(caller, rfi, form);
        if (rfi.caseId != null) {
            cases.tell(cases.see(rfi.caseId), CaseEventKind.RFI_DRAFTED, rfi.id, null);
        }
        RfiView view = reader.view(scope, rfi);
        audit.record(RfiTransition.BEGIN.act(), audited(rfi));
        return view;
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is no draft or of another matter, VERSION_CHANGED, INVALID */
    @Transactional
    RfiView edit(UUID id, @Nullable String ifMatch, RfiForm form) {
        Caller caller = current.get();
        purpose.requirePersonLevelToWrite(caller);
        Visibility scope = policy.visibility(caller);
        Rfi rfi = files.lock(scope, id).orElseThrow(Problem::notFound);
        EntityTags.requireMatch(ifMatch, rfi.revision);
        if (rfi.status != RfiStatus.DRAFT) {
            throw Problem.stateConflict("rfi_step_not_open");
        }
        forms.write(caller, rfi, form);
        rfi.revision++;
        files.flush();
        RfiView view = reader.view(scope, rfi);
        audit.record(RfiAct.RFI_EDITED, audited(rfi));
        return view;
    }

    /** Newest first, without what they ask. */
    @Transactional
    Page<RfiSummary> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<Rfi> rows = Page.of(files.newest(scope, page), page.size(), rfi -> rfi.id);
        audit.record(RfiAct.RFI_LISTED, AuditedObject.list(KIND));
        return rows.map(RfiSummary::from);
    }

    /** @throws Problem NOT_FOUND, PURPOSE_REQUIRED, MATTER_NOT_LIVE */
    @Transactional
    RfiView read(UUID id) {
        Caller caller = current.get();
        purpose.requirePersonLevel(caller);
        Visibility scope = policy.visibility(caller);
        Rfi rfi = files.find(scope, id).orElseThrow(Problem::notFound);
        RfiView view = reader.view(scope, rfi);
        audit.record(RfiAct.RFI_READ, audited(rfi));
        return view;
    }

    static AuditedObject audited(Rfi rfi) {
        return new AuditedObject(KIND, rfi.id, rfi.owner);
    }
}
