package org.simpul.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A system that is told.
 *
 * @param secrets those that sign now, the newest first
 * @param secret the newest secret itself, in the answer that made it and never again
 */
@Schema(name = "Webhook")
public record WebhookView(UUID id, String url, Instant createdAt, List<Secret> secrets, @Nullable String secret) {

    /** @param endsAt null for the newest, which has no end */
    @Schema(name = "WebhookSecret")
    public record Secret(Instant createdAt, @Nullable Instant endsAt) {}

    static WebhookView from(Webhook webhook, List<WebhookSecret> secrets, Instant now, @Nullable String secret) {
        return new WebhookView(
                webhook.id,
                webhook.url,
                webhook.createdAt,
                secrets.stream()
                        .filter(each -> each.webhookId.equals(webhook.id) && each.isLive(now))
                        .map(each -> new Secret(each.createdAt, each.endsAt))
                        .toList(),
                secret);
    }
}
