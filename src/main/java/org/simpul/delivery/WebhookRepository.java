package org.simpul.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.sharing.Visibility;

/** Webhooks of one institution, and their secrets. */
@ApplicationScoped
class WebhookRepository implements PanacheRepositoryBase<Webhook, UUID> {

    /** Newest first; there are few. */
    List<Webhook> live(Visibility scope) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from Webhook w where w.removedAt is null and " + scope.owned("w")
                                        + " order by w.id desc",
                                Webhook.class))
                .getResultList();
    }

    Optional<Webhook> live(Visibility scope, UUID id) {
        return find(scope, id).filter(webhook -> webhook.removedAt == null);
    }

    /** Also a removed one. */
    Optional<Webhook> find(Visibility scope, UUID id) {
        return scope
                .bind(getEntityManager()
                        .createQuery("from Webhook w where w.id = :id and " + scope.owned("w"), Webhook.class)
                        .setParameter("id", id))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Newest first. */
    List<WebhookSecret> secrets(Visibility scope, Collection<UUID> webhooks) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "from WebhookSecret s where s.webhookId in (:webhooks) and " + scope.owned("s")
                                        + " order by s.id desc",
                                WebhookSecret.class)
                        .setParameter("webhooks", webhooks))
                .getResultList();
    }

    void add(WebhookSecret secret) {
        getEntityManager().persist(secret);
    }

    /** One change of an institution's webhooks at a time. */
    void queue(UUID owner) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended('webhook ' || cast(?1 as text), 0)) as text)")
                .setParameter(1, owner)
                .getSingleResult();
    }
}
