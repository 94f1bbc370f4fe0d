package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** What becomes of one sending: made ready and recorded before it leaves, settled when it is known how it ended. */
@ApplicationScoped
class Outbound {
    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final OutgoingRepository repository;
    private final ItemRepository items;
    private final WebhookRepository webhooks;
    private final MailSettingRepository settings;
    private final AgreedTargets targets;
    private final Secrets secrets;
    private final Reauthorisation reauthorisation;
    private final DeliveryConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    Outbound(
            CurrentCaller current,
            AccessPolicy policy,
            OutgoingRepository repository,
            ItemRepository items,
            WebhookRepository webhooks,
            MailSettingRepository settings,
            AgreedTargets targets,
            Secrets secrets,
            Reauthorisation reauthorisation,
            DeliveryConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.items = items;
        this.webhooks = webhooks;
        this.settings = settings;
        this.targets = targets;
        this.secrets = secrets;
        this.reauthorisation = reauthorisation;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Authorises it anew, for everybody of the institution or, by what was looked at before, for the person.
     *
     * @param seenByPerson whether the person that it is for may still have it; not asked for what is for the institution
     * @return empty when it is not to be sent
     */
    @Transactional
    Optional<Letter> prepare(UUID id, boolean seenByPerson) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        Outgoing outgoing = repository.hold(scope, id).orElse(null);
        if (outgoing == null || outgoing.state != OutgoingState.WAITING) {
            return Optional.empty();
        }
        Item item = items.find(scope, outgoing.notificationId).orElseThrow();
        boolean seen = item.personId == null ? reauthorisation.isSeenByAll(item) : seenByPerson;
        Optional<Letter> letter = seen ? letter(caller, scope, outgoing, item) : Optional.empty();
        if (letter.isEmpty()) {
            outgoing.take(OutgoingStep.WITHDRAW);
            audit.record(OutgoingStep.WITHDRAW.act(), Inbox.audited(item));
        } else {
            outgoing.attempts++;
            audit.record(OutgoingStep.DELIVER.act(), Inbox.audited(item), "attempt " + outgoing.attempts);
        }
        return letter;
    }

    private Optional<Letter> letter(Caller caller, Visibility scope, Outgoing outgoing, Item item) {
        return outgoing.webhookId == null
                ? toMailbox(caller, scope, Objects.requireNonNull(outgoing.address), item)
                : webhooks.live(scope, outgoing.webhookId)
                        .filter(webhook -> targets.allowsWebhook(caller.participantAlias(), webhook.url))
                        .map(webhook -> toWebhook(scope, webhook, item));
    }

    private Letter toWebhook(Visibility scope, Webhook webhook, Item item) {
        Instant now = clock.instant();
        List<byte[]> keys = webhooks.secrets(scope, List.of(webhook.id)).stream()
                .filter(secret -> secret.isLive(now))
                .map(secrets::key)
                .toList();
        return new Letter.ToWebhook(URI.create(webhook.url), new Letter.Body(item.id, item.at, item.urgent), keys);
    }

    /** An address that was taken out of the settings meanwhile, or out of what is agreed, gets nothing more. */
    private Optional<Letter> toMailbox(Caller caller, Visibility scope, String address, Item item) {
        return settings.of(scope, item.personId)
                .filter(setting ->
                        List.of(item.urgent ? setting.urgent : setting.routine).contains(address))
                .filter(setting -> targets.allowsMail(caller.participantAlias(), address))
                .map(setting -> new Letter.ToMailbox(address, item.id, item.urgent));
    }

    /** @return whether there is a next step to be made, i.e. it was tried at all */
    @Transactional
    boolean settle(UUID id, SendResult result) {
        Outgoing outgoing =
                repository.hold(policy.visibility(current.get()), id).orElse(null);
        if (outgoing == null || outgoing.state != OutgoingState.WAITING) {
            return false;
        }
        @Nullable OutgoingStep step = outgoing.settle(result, config.pauses(), clock.instant());
        if (step == OutgoingStep.GIVE_UP) {
            audit.record(
                    step.act(), new AuditedObject(Inbox.KIND, outgoing.notificationId, outgoing.owner), result.name());
        }
        return true;
    }
}
