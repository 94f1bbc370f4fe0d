package org.simpul.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.simpul.access.CurrentCaller;
import org.simpul.access.ParticipantDirectory;
import org.simpul.access.Permission;
import org.simpul.access.SystemActor;
import org.simpul.audit.AuditLog;
import org.simpul.outbox.Notification;
import org.simpul.outbox.Notifications;
import org.simpul.outbox.OutboxHandler;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;
import org.simpul.urgency.DutyCalls;

/**
 * Calls the agencies' people on duty to a dissemination that can't wait, each under its own roster; who was named is told
 * in person. The call ends with the acknowledgement.
 */
@ApplicationScoped
class UrgentDisseminations implements OutboxHandler {
    static final String KIND = "DISSEMINATION_VERSION";
    private static final String NAME = "urgent-disseminations";

    private final SystemActor actor;
    private final ParticipantDirectory directory;
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final DisseminationRepository repository;
    private final ResponseRepository responses;
    private final Recipients recipients;
    private final DutyCalls calls;
    private final Notifications notifications;
    private final AuditLog audit;

    UrgentDisseminations(
            SystemActor actor,
            ParticipantDirectory directory,
            CurrentCaller current,
            AccessPolicy policy,
            DisseminationRepository repository,
            ResponseRepository responses,
            Recipients recipients,
            DutyCalls calls,
            Notifications notifications,
            AuditLog audit) {
        this.actor = actor;
        this.directory = directory;
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.responses = responses;
        this.recipients = recipients;
        this.calls = calls;
        this.notifications = notifications;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return DisseminationRelease.URGENT;
    }

    /**
     * Told twice, a call that was opened stays as it is; the agencies come first, so that only a failure tells a person
     * twice. An agency that cannot be called holds up nobody else: the event is tried again.
     */
    @Override
    public void handle(UUID versionId) {
        ParticipantDirectory.Member fiu = directory.fiu();
        List<DisseminationRecipient> all = actor.act(NAME, fiu, () -> recipients.of(version(versionId)));
        Set<UUID> agencies = all.stream()
                .filter(recipient -> recipient.personId == null)
                .map(recipient -> recipient.participantId)
                .collect(Collectors.toSet());
        List<RuntimeException> failures = new ArrayList<>();
        for (ParticipantDirectory.Member agency : directory.byId(agencies).values()) {
            try {
                actor.act(NAME, agency, () -> {
                    call(versionId);
                    return versionId;
                });
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
        tellPersons(fiu, versionId, all);
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    /** Whoever has acknowledged it before the call is not called, nor from whom it was recalled. */
    private void call(UUID versionId) {
        Visibility scope = policy.visibility(current.get());
        boolean waits = repository
                .find(scope, versionId)
                .filter(version -> !responses.kinds(scope, List.of(version)).containsKey(version.id))
                .isPresent();
        if (waits) {
            calls.openOnce(Permission.DISSEMINATION_ACKNOWLEDGE, KIND, versionId);
        }
    }

    private void tellPersons(ParticipantDirectory.Member fiu, UUID versionId, List<DisseminationRecipient> all) {
        actor.act(NAME, fiu, () -> {
            all.stream()
                    .filter(recipient -> recipient.personId != null)
                    .forEach(recipient -> notifications.put(new Notification(
                            recipient.participantId,
                            Objects.requireNonNull(recipient.personId),
                            Permission.DISSEMINATION_ACKNOWLEDGE,
                            KIND,
                            versionId,
                            true)));
            audit.record(CaseworkAct.DISSEMINATION_URGENT_TOLD, DisseminationService.audited(version(versionId)));
            return versionId;
        });
    }

    private DisseminationVersion version(UUID id) {
        return repository.find(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
    }
}
