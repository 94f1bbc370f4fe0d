package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.simpul.access.Caller;
import org.simpul.access.CurrentCaller;
import org.simpul.audit.AuditLog;
import org.simpul.audit.AuditedObject;
import org.simpul.shared.Ids;
import org.simpul.shared.Page;
import org.simpul.shared.Problem;
import org.simpul.sharing.AccessPolicy;
import org.simpul.sharing.Visibility;

/** An institution's webhooks, for its administrator. */
@ApplicationScoped
class WebhookService {
    private static final String KIND = "WEBHOOK";
    private static final int MOST = 5;

    private final CurrentCaller current;
    private final AccessPolicy policy;
    private final WebhookRepository repository;
    private final AgreedTargets targets;
    private final Secrets secrets;
    private final DeliveryConfig config;
    private final AuditLog audit;
    private final InstantSource clock;

    WebhookService(
            CurrentCaller current,
            AccessPolicy policy,
            WebhookRepository repository,
            AgreedTargets targets,
            Secrets secrets,
            DeliveryConfig config,
            AuditLog audit,
            InstantSource clock) {
        this.current = current;
        this.policy = policy;
        this.repository = repository;
        this.targets = targets;
        this.secrets = secrets;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem INVALID for an address that was not agreed, STATE_CONFLICT when there are enough */
    @Transactional
    WebhookView register(RegisterWebhook command) {
        Caller caller = current.get();
        String url =
                targets.requireWebhook(caller.participantAlias(), command.url()).toString();
        repository.queue(caller.participantId());
        if (repository.live(policy.visibility(caller)).size() >= MOST) {
            throw Problem.stateConflict("enough_webhooks");
        }
        Webhook webhook = new Webhook();
        webhook.id = Ids.next();
        webhook.owner = caller.participantId();
        webhook.url = url;
        webhook.createdBy = caller.person();
        webhook.createdAt = clock.instant();
        repository.persistAndFlush(webhook);
        WebhookSecret secret = newSecret(webhook, webhook.createdAt);
        audit.record(DeliveryAct.WEBHOOK_REGISTERED, audited(webhook));
        return WebhookView.from(webhook, List.of(secret), webhook.createdAt, secrets.text(secret));
    }

    @Transactional
    Page<WebhookView> list() {
        Visibility scope = policy.visibility(current.get());
        Instant now = clock.instant();
        List<Webhook> live = repository.live(scope);
        List<WebhookSecret> all = repository.secrets(
                scope, live.stream().map(webhook -> webhook.id).toList());
        audit.record(DeliveryAct.WEBHOOK_LISTED, AuditedObject.list(KIND));
        return new Page<>(
                live.stream()
                        .map(webhook -> WebhookView.from(webhook, all, now, null))
                        .toList(),
                null);
    }

    /** @throws Problem NOT_FOUND when it is absent, removed or another's */
    @Transactional
    WebhookView read(UUID id) {
        Visibility scope = policy.visibility(current.get());
        Webhook webhook = repository.live(scope, id).orElseThrow(Problem::notFound);
        audit.record(DeliveryAct.WEBHOOK_READ, audited(webhook));
        return WebhookView.from(webhook, repository.secrets(scope, List.of(id)), clock.instant(), null);
    }

    /** The one before goes on signing for a while; one before that ends at once. */
    @Transactional
    WebhookView rotate(UUID id) {
        Caller caller = current.get();
        Visibility scope = policy.visibility(caller);
        repository.queue(caller.participantId());
        Webhook webhook = repository.live(scope, id).orElseThrow(Problem::notFound);
        Instant now = clock.instant();
        List<WebhookSecret> former = repository.secrets(scope, List.of(id));
        former.stream().limit(1).forEach(secret -> secret.endBy(now.plus(config.formerSecretLasts())));
        former.stream().skip(1).forEach(secret -> secret.endBy(now));
        WebhookSecret secret = newSecret(webhook, now);
        audit.record(DeliveryAct.WEBHOOK_SECRET_ROTATED, audited(webhook));
        return WebhookView.from(
                webhook, Stream.concat(Stream.of(secret), former.stream()).toList(), now, secrets.text(secret));
    }

    /** What waits for it is withdrawn at its turn. Removing it again changes nothing. */
    @Transactional
    void remove(UUID id) {
        Webhook webhook = repository.find(policy.visibility(current.get()), id).orElseThrow(Problem::notFound);
        if (webhook.removedAt == null) {
            webhook.removedAt = clock.instant();
        }
        audit.record(DeliveryAct.WEBHOOK_REMOVED, audited(webhook));
    }

    private WebhookSecret newSecret(Webhook webhook, Instant now) {
        WebhookSecret secret = new WebhookSecret();
        secret.id = Ids.next();
        secret.owner = webhook.owner;
        secret.webhookId = webhook.id;
        secret.salt = secrets.salt();
        secret.createdAt = now;
        repository.add(secret);
        return secret;
    }

    private static AuditedObject audited(Webhook webhook) {
        return new AuditedObject(KIND, webhook.id, webhook.owner);
    }
}
