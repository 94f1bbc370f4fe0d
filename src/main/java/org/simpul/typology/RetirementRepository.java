package org.simpul.typology;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.simpul.sharing.ObjectKind;
import org.simpul.sharing.Visibility;

@ApplicationScoped
class RetirementRepository implements PanacheRepositoryBase<Retirement, UUID> {

    /** Of the caller's own, the one that nobody has decided on. */
    Optional<Retirement> open(Visibility scope, UUID typologyId) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from Retirement r where r.typologyId = :typology and r.decidedBy is null and "
                                        + scope.owned("r"),
                                Retirement.class)
                        .setParameter("typology", typologyId))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** What stands, or waits for a second person: the owner's, and for whoever reads a version what is sealed. */
    Optional<Retirement> standing(Visibility scope, UUID typologyId) {
        return scope
                .bind(getEntityManager()
                        .createQuery(
                                "from Retirement r where r.typologyId = :typology and r.returnedAt is null and ("
                                        + scope.owned("r") + " or r.sealedAt is not null and " + readers(scope) + ")",
                                Retirement.class)
                        .setParameter("typology", typologyId))
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Those of the typologies that are retired. */
    List<UUID> retired(Visibility scope, Collection<UUID> typologyIds) {
        return scope.bind(getEntityManager()
                        .createQuery(
                                "select r.typologyId from Retirement r where r.typologyId in (:typologies)"
                                        + " and r.sealedAt is not null and (" + scope.owned("r") + " or "
                                        + readers(scope) + ")",
                                UUID.class)
                        .setParameter("typologies", typologyIds))
                .getResultList();
    }

    private static String readers(Visibility scope) {
        return "exists (select 1 from TypologyVersion v where v.typologyId = r.typologyId and v.sealedAt is not null"
                + " and " + scope.seen("v", ObjectKind.TYPOLOGY_VERSION) + ")";
    }
}
