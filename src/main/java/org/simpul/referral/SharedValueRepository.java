package org.simpul.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.simpul.identifier.Identifier;
import org.simpul.identifier.IdentifierType;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Visibility;

/** Finds by index, at query time, what two submissions have in common; nothing of it is stored. */
@ApplicationScoped
class SharedValueRepository {
    /** More than this many tell nothing more to who looks at them. */
    private static final int MOST = 200;

    private final EntityManager database;

    SharedValueRepository(EntityManager database) {
        this.database = database;
    }

    /** @param version sealed, and loaded in scope */
    List<SharedValue> of(Visibility scope, ReferralVersion version) {
        String query =
                """
                with mine as (
                  select i.type as type, i.scope as scope, i.value as value
                    from ReferralIdentifier i where i.versionId = :version
                  union select t.fromType as type, t.fromScope as scope, t.fromValue as value
                    from ReferralTransaction t where t.versionId = :version and t.fromType <> :protected
                  union select t.toType as type, t.toScope as scope, t.toValue as value
                    from ReferralTransaction t where t.versionId = :version and t.toType <> :protected),
                hits as (
                  select m.type as type, m.scope as scope, m.value as value, o.versionId as versionId
                    from mine m join ReferralIdentifier o
                    on o.value = m.value and o.type = m.type and o.scope = m.scope
                  union select m.type as type, m.scope as scope, m.value as value, o.versionId as versionId
                    from mine m join ReferralTransaction o
                    on o.fromValue = m.value and o.fromType = m.type and o.fromScope = m.scope
                  union select m.type as type, m.scope as scope, m.value as value, o.versionId as versionId
                    from mine m join ReferralTransaction o
                    on o.toValue = m.value and o.toType = m.type and o.toScope = m.scope)
                select h.type, h.scope, h.value, v.id, v.referralId, v.owner
                  from hits h join ReferralVersion v on v.id = h.versionId
                 where v.referralId <> :referral and v.sealedAt is not null and %s
                   and not exists (select 1 from ReferralVersion n where n.owner = v.owner
                         and n.referralId = v.referralId and n.sealedAt is not null and n.number > v.number)
                 order by v.id desc, h.type, h.scope, h.value
                """
                        .formatted(scope.seen("v", ObjectKind.REFERRAL_VERSION));
        return scope.bind(database.createQuery(query, Object[].class)
                        .setParameter("version", version.id)
                        .setParameter("referral", version.referralId)
                        .setParameter("protected", Party.PROTECTED))
                .setMaxResults(MOST)
                .getResultStream()
                .map(SharedValueRepository::value)
                .toList();
    }

    private static SharedValue value(Object[] row) {
        return new SharedValue(
                new Identifier(IdentifierType.valueOf((String) row[0]), (String) row[1], (String) row[2]),
                (UUID) row[3],
                (UUID) row[4],
                (UUID) row[5]);
    }
}
