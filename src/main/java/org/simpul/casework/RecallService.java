package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.ParticipantDirectory.Member;
import org.simpul.access.Permission;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.shared.Page;
import org.simpul.shared.PageRequest;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Ledger;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.SharedVersion;
import org.simpul.sharing.Visibility;

/**
 * Takes back what the FIU gave, from one recipient or all. From the next request on it is not there for them, in no form;
 * each gets a notice instead.
 */
@ApplicationScoped
@Transactional
public class RecallService {
    /** What a notification of a request names. */
    static final String KIND = "DISSEMINATION_RECALL";

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DisseminationRepository disseminations;
    private final DeliveryRepository deliveries;
    private final Deliveries views;
    private final RecallRepository repository;
    private final ParticipantDirectory directory;
    private final Ledger ledger;
    private final CaseworkConfig config;
    private final Notifications notifications;
    private final AuditLog audit;
    private final InstantSource clock;

    RecallService(
            CurrentCaller current,
            AccessPolicy policy,
            DisseminationRepository disseminations,
            DeliveryRepository deliveries,
            Deliveries views,
            RecallRepository repository,
            ParticipantDirectory directory,
            Ledger ledger,
            CaseworkConfig config,
            Notifications notifications,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.disseminations = disseminations;
        this.deliveries = deliveries;
        this.views = views;
        this.repository = repository;
        this.directory = directory;
        this.ledger = ledger;
        this.config = config;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem NOT_FOUND, INVALID for who did not receive it, STATE_CONFLICT when nobody has it */
    RecallView request(UUID disseminationId, RecallForm form) {
        Visibility scope = policy.visibility(current.get());
        DisseminationVersion version = own(scope, disseminationId);
        DisseminationRecall recall = begin(RecallStep.REQUEST, scope, version, form);
        notifications.put(new Notification(recall.owner, null, Permission.DISCLOSURE_RECALL, KIND, recall.id, true));
        audit.record(
                RecallStep.REQUEST.act(),
                DisseminationService.audited(version),
                form.reason().name());
        return view(scope, recall);
    }

    /** As {@link #request}, and at once: reading is closed without waiting for anybody. */
    RecallView recall(UUID disseminationId, RecallForm form) {
        Visibility scope = policy.visibility(current.get());
        DisseminationVersion version = own(scope, disseminationId);
        DisseminationRecall recall = begin(RecallStep.RECALL, scope, version, form);
        takeBack(scope, recall);
        return view(scope, recall);
    }

    /** @throws Problem NOT_FOUND, STATE_CONFLICT when it is decided, SAME_PERSON for who asked for it */
    RecallView decide(UUID recallId, DecideOnRecall command) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        DisseminationRecall recall = repository.lock(scope, recallId).orElseThrow(Problem::notFound);
        boolean approved = command.decision() == DecideOnRecall.Decision.APPROVE;
        recall.decide(approved ? RecallStep.APPROVE : RecallStep.DECLINE, caller, clock.instant());
        if (approved) {
            takeBack(scope, recall);
        } else {
            audit.record(RecallStep.DECLINE.act(), DisseminationService.audited(own(scope, recall.versionId)));
        }
        return view(scope, recall);
    }

    /** Those that name one of the dissemination's versions. */
    Page<RecallView> list(UUID disseminationId, PageRequest page) {
        Visibility scope = policy.visibility(current.get());
        DisseminationVersion version = own(scope, disseminationId);
        List<UUID> versions = disseminations.ofDissemination(scope, version).stream()
                .map(one -> one.id)
                .toList();
        Page<DisseminationRecall> rows =
                Page.of(repository.ofVersions(scope, versions, page), page.size(), row -> row.id);
        audit.record(CaseworkAct.RECALL_LISTED, DisseminationService.audited(version));
        Map<UUID, DeliveryView> taken = taken(scope, rows.items());
        return rows.map(recall -> view(recall, taken));
    }

    private DisseminationVersion own(Visibility scope, UUID id) {
        return disseminations
                .find(scope, id)
                .filter(version -> version.owner.equals(current.get().participantId()))
                .orElseThrow(Problem::notFound);
    }

    private DisseminationRecall begin(
            RecallStep step, Visibility scope, DisseminationVersion version, RecallForm form) {
        List<DisseminationDelivery> chosen = chosen(scope, version, form);
        if (chosen.isEmpty()) {
            throw Problem.stateConflict("nothing_to_recall");
        }
        DisseminationRecall recall = DisseminationRecall.begin(
                step, version, chosen, form, current.get().person(), clock.instant());
        repository.persistAndFlush(recall);
        return recall;
    }

    /** Whoever still has it: of two recalls at the same time the second takes what the first has left. */
    private List<DisseminationDelivery> chosen(Visibility scope, DisseminationVersion version, RecallForm form) {
        List<UUID> versions = form.takesEveryVersion()
                ? disseminations.ofDissemination(scope, version).stream()
                        .map(one -> one.id)
                        .toList()
                : List.of(version.id);
        List<DisseminationDelivery> given = deliveries.lockOfVersions(scope, versions);
        return (form.isOfEverybody() ? given : named(given, form))
                .stream()
                        .filter(delivery -> delivery.recalledAt == null && delivery.givenBy == null)
                        .toList();
    }

    private Collection<DisseminationDelivery> named(List<DisseminationDelivery> given, RecallForm form) {
        Map<UUID, Member> members =
                directory.byId(given.stream().map(row -> row.participantId).collect(Collectors.toSet()));
        Set<DisseminationDelivery> named = new LinkedHashSet<>();
        for (int i = 0; i < form.agencies().size(); i++) {
            String alias = form.agencies().get(i);
            name(
                    given,
                    row -> row.login == null
                            && alias.equals(members.get(row.participantId).alias()),
                    "recipients[" + i + "]",
                    named);
        }
        for (int i = 0; i < form.people().size(); i++) {
            NamedPerson person = form.people().get(i);
            name(
                    given,
                    row -> person.login().equals(row.login)
                            && person.agency()
                                    .equals(members.get(row.participantId).alias()),
                    "recipient_people[" + i + "]",
                    named);
        }
        return named;
    }

    private static void name(
            List<DisseminationDelivery> given,
            Predicate<DisseminationDelivery> wanted,
            String field,
            Set<DisseminationDelivery> named) {
        List<DisseminationDelivery> found = given.stream().filter(wanted).toList();
        if (found.isEmpty()) {
            throw Problem.invalid(field, "unknown_recipient");
        }
        named.addAll(found);
    }

    private void takeBack(Visibility scope, DisseminationRecall recall) {
        Instant now = clock.instant();
        Map<UUID, DisseminationVersion> versions = new LinkedHashMap<>();
        for (DisseminationDelivery delivery : deliveries.lock(scope, List.of(recall.deliveries))) {
            // another recall may have come first
            if (delivery.recalledAt == null) {
                DisseminationVersion version = versions.computeIfAbsent(delivery.versionId, id -> own(scope, id));
                takeBack(recall, delivery, version, now);
            }
        }
        if (versions.isEmpty()) {
            throw Problem.stateConflict("nothing_to_recall");
        }
        versions.values()
                .forEach(version -> audit.record(
                        RecallStep.RECALL.act(), DisseminationService.audited(version), recall.reason.name()));
    }

    private void takeBack(
            DisseminationRecall recall, DisseminationDelivery delivery, DisseminationVersion version, Instant now) {
        ledger.recall(
                new SharedVersion(ObjectKind.DISSEMINATION_VERSION, version.id, version.owner),
                delivery.audience(),
                recall.reason.name());
        delivery.recalled(now, config.deletionDueAfter());
        RecallNotice notice = RecallNotice.of(recall, delivery, version.reference, now);
        repository.getEntityManager().persist(notice);
        notifications.put(new Notification(
                notice.recipient,
                notice.personId,
                Permission.DISSEMINATION_READ,
                RecallNoticeService.KIND,
                notice.id,
                true));
    }

    private Map<UUID, DeliveryView> taken(Visibility scope, List<DisseminationRecall> recalls) {
        List<UUID> ids = recalls.stream()
                .flatMap(recall -> Arrays.stream(recall.deliveries))
                .toList();
        return views.views(scope, deliveries.ofIds(scope, ids)).stream()
                .collect(Collectors.toMap(DeliveryView::id, Function.identity()));
    }

    private RecallView view(Visibility scope, DisseminationRecall recall) {
        return view(recall, taken(scope, List.of(recall)));
    }

    private static RecallView view(DisseminationRecall recall, Map<UUID, DeliveryView> taken) {
        return new RecallView(
                recall.id,
                recall.versionId,
                recall.reason,
                recall.note,
                recall.status,
                recall.requestedAt,
                recall.decidedAt,
                Arrays.stream(recall.deliveries).map(taken::get).toList());
    }
}
