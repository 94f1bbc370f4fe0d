package org.simpul.delivery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class MailSettingRepository implements PanacheRepositoryBase<MailSetting, UUID> {

    /** @param person null for the institution's own */
    Optional<MailSetting> of(Visibility scope, @Nullable UUID person) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from MailSetting s where " + scope.owned("s")
                                        + " and s.personId is not distinct from :person",
                                MailSetting.class)
                        .setParameter("person", person))
                .getResultList()
                .stream()
                .findFirst();
    }
}
