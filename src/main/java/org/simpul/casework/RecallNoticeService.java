package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
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

/** What a recipient reads of a recall, and its word that what it took out is deleted. */
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
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.responses = responses;
        this.directory = directory;
        this.wording = wording;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    Page<RecallNoticeView> list(PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        Page<RecallNotice> rows = Page.of(repository.notices(scope, page), page.size(), row -> row.id);
        Map<UUID, Instant> confirmed = confirmed(scope, rows.items());
        Map<UUID, Member> givers =
                directory.byId(rows.items().stream().map(row -> row.owner).collect(Collectors.toSet()));
        audit.record(CaseworkAct.RECALL_NOTICE_LISTED, AuditedObject.list(KIND));
        return rows.map(row -> view(row, givers.get(row.owner), confirmed.get(row.versionId)));
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it was confirmed before */
    RecallNoticeView confirm(UUID id) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        RecallNotice notice = repository.notice(scope, id).orElseThrow(Problem::notFound);
        if (!confirmed(scope, List.of(notice)).isEmpty()) {
            throw Problem.stateConflict("deletion_confirmed");
        }
        DisseminationResponse row = new DisseminationResponse();
        row.id = Ids.next();
        row.owner = caller.participantId();
        row.objectId = notice.versionId;
        row.objectOwner = notice.owner;
        row.kind = ResponseKind.DELETION_CONFIRMED;
        row.personId = notice.personId;
        row.writtenBy = caller.person();
        row.at = clock.instant();
        responses.persistAndFlush(row);
        notifications.put(new Notification(
                notice.owner,
                null,
                Permission.DISSEMINATION_DRAFT,
                UrgentDisseminations.KIND,
                notice.versionId,
                false));
        audit.record(DeliveryStep.CONFIRM_DELETION.act(), new AuditedObject(KIND, notice.id, notice.owner));
        return view(notice, directory.byId(List.of(notice.owner)).get(notice.owner), row.at);
    }

    private Map<UUID, Instant> confirmed(Visibility scope, List<RecallNotice> notices) {
        return responses
                .ours(scope, notices.stream().map(notice -> notice.versionId).toList())
                .stream()
                .filter(row -> row.kind == ResponseKind.DELETION_CONFIRMED)
                .collect(Collectors.toMap(row -> row.objectId, row -> row.at, (one, other) -> one));
    }

    private RecallNoticeView view(RecallNotice notice, Member giver, @Nullable Instant confirmedAt) {
        return new RecallNoticeView(
                notice.id,
                giver.name(),
                notice.versionId,
                notice.reference,
                wording.violation("delete_what_was_recalled"),
                notice.at,
                confirmedAt);
    }
}
