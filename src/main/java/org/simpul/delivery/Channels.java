package org.simpul.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.stream.Stream;
import org.simpul.sharing.Visibility;

/**
 * Where an item is sent beside the streams. What is for the institution goes to its webhooks and addresses; what is for
 * one person goes to that person's addresses alone, and to no system of the institution.
 */
@ApplicationScoped
class Channels {
    private final WebhookRepository webhooks;
    private final MailSettingRepository settings;
    private final OutgoingRepository outgoing;
    private final DeliveryConfig config;

    Channels(
            WebhookRepository webhooks,
            MailSettingRepository settings,
            OutgoingRepository outgoing,
            DeliveryConfig config) {
        this.webhooks = webhooks;
        this.settings = settings;
        this.outgoing = outgoing;
        this.config = config;
    }

    void prepare(Visibility scope, Item item) {
        if (item.personId == null) {
            webhooks.live(scope).forEach(webhook -> outgoing.persist(Outgoing.to(webhook, item)));
        }
        if (config.mail().enabled()) {
            settings.of(scope, item.personId).stream()
                    .flatMap(setting -> addresses(setting, item))
                    .distinct()
                    .forEach(address -> outgoing.persist(Outgoing.to(address, item)));
        }
    }

    private static Stream<String> addresses(MailSetting setting, Item item) {
        return Arrays.stream(item.urgent ? setting.urgent : setting.routine);
    }
}
