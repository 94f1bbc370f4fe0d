package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.audit.Act;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.shared.Wording;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** What a recipient reads of a recall, and its word that what it took out is deleted, or has to be kept. */
@ApplicationScoped
@Transactional
public class RecallNoticeService {
    static final String KIND = "RECALL_NOTICE";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final RecallRepository repository;
    private final ResponseRepository responses;
    private final ParticipantDirectory directory;
    private final Wording wording;
    private final NoticeSigner signer;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    RecallNoticeService(
            CurrentCaller current,
            AccessPolicy policy,
            RecallRepository repository,
            ResponseRepository responses,
            ParticipantDirectory directory,
            Wording wording,
            NoticeSigner signer,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.responses = responses;
        this.directory = directory;
        this.wording = wording;
        this.signer = signer;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    Page<RecallNoticeView> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<RecallNotice> rows = Page.of(repository.notices(scope, page), page.size(), row -> row.id);
        audit.record(CaseworkAct.RECALL_NOTICE_LISTED, AuditedObject.list(KIND));
        return new Page<>(views(scope, rows.items()), rows.nextPageToken());
    }

    /**
     * The notice as it can be kept and shown outside of the hub; the first time it is written down that it was read.
     *
     * @throws Problem NOT_FOUND
     */
    SignedNotice read(UUID id) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        repository.holdStill(id);
        RecallNotice notice = repository.notice(scope, id).orElseThrow(Problem::notFound);
        if (notice.kind == RecallNoticeKind.RECALLED && !holds(scope, notice, ResponseKind.RECALL_READ)) {
            write(caller, notice, ResponseKind.RECALL_READ, null);
        }
        audit.record(CaseworkAct.RECALL_NOTICE_READ, audited(notice));
        RecallNoticeView view = views(scope, List.of(notice)).get(0);
        return new SignedNotice(view, signer.sign(view, caller.participantAlias()));
    }

    /** @return the keys that notices are signed with, for who verifies one */
    Map<String, Object> keys() {
        audit.record(CaseworkAct.NOTICE_KEYS_READ, AuditedObject.list("NOTICE_KEY"));
        return signer.keys();
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT for a notice of no recall, or when it was confirmed before */
    RecallNoticeView confirm(UUID id) {
        return settle(id, ResponseKind.DELETION_CONFIRMED, null, DeliveryStep.CONFIRM_DELETION.act());
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT for a notice of no recall, and when this or the deletion was told before */
    RecallNoticeView keep(UUID id, KeepByLaw command) {
        return settle(id, ResponseKind.KEPT_BY_LAW, command.reason(), DeliveryStep.KEEP_BY_LAW.act());
    }

    private RecallNoticeView settle(UUID id, ResponseKind kind, @Nullable String reason, Act act) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        repository.holdStill(id);
        RecallNotice notice = repository.notice(scope, id).orElseThrow(Problem::notFound);
        if (notice.kind != RecallNoticeKind.RECALLED) {
            throw Problem.stateConflict("not_recalled");
        }
        if (holds(scope, notice, ResponseKind.DELETION_CONFIRMED)) {
            throw Problem.stateConflict("deletion_confirmed");
        }
        if (holds(scope, notice, kind)) {
            throw Problem.stateConflict("kept_by_law");
        }
        write(caller, notice, kind, reason);
        notifications.put(new Notification(
                notice.owner,
                null,
                Permission.DISSEMINATION_DRAFT,
                UrgentDisseminations.KIND,
                notice.versionId,
                false));
        audit.record(act, audited(notice));
        return views(scope, List.of(notice)).get(0);
    }

    private boolean holds(Visibility scope, RecallNotice notice, ResponseKind kind) {
        return receipts(scope, List.of(notice)).getOrDefault(notice.id, List.of()).stream()
                .anyMatch(row -> row.kind == kind);
    }

    private void write(Caller caller, RecallNotice notice, ResponseKind kind, @Nullable String reason) {
        DisseminationResponse row = new DisseminationResponse();
        row.id = Ids.next();
        row.owner = caller.participantId();
        row.objectId = notice.versionId;
        row.objectOwner = notice.owner;
        row.kind = kind;
        row.note = reason;
        row.personId = notice.personId;
        row.noticeId = notice.id;
        row.writtenBy = caller.person();
        row.at = clock.instant();
        responses.persistAndFlush(row);
    }

    private Map<UUID, List<DisseminationResponse>> receipts(Visibility scope, List<RecallNotice> notices) {
        return responses
                .ours(scope, notices.stream().map(notice -> notice.versionId).toList())
                .stream()
                .filter(row -> row.noticeId != null)
                .collect(Collectors.groupingBy(row -> row.noticeId));
    }

    private List<RecallNoticeView> views(Visibility scope, List<RecallNotice> notices) {
        Map<UUID, List<DisseminationResponse>> receipts = receipts(scope, notices);
        Map<UUID, Member> members = directory.byId(notices.stream()
                .flatMap(notice -> Stream.of(notice.owner, notice.from()))
                .collect(Collectors.toSet()));
        return notices.stream()
                .map(notice -> RecallNoticeView.of(
                        notice,
                        members,
                        wording.violation(notice.kind.instruction()),
                        receipts.getOrDefault(notice.id, List.of())))
                .toList();
    }

    private static AuditedObject audited(RecallNotice notice) {
        return new AuditedObject(KIND, notice.id, notice.owner);
    }
}
