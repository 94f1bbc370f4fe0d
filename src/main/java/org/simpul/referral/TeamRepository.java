package org.simpul.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Its finders take a referral that was loaded in scope. */
@ApplicationScoped
class TeamRepository implements PanacheRepositoryBase<ReferralMember, ReferralMember.Key> {

    boolean isMember(Referral referral, UUID person) {
        return count("owner = ?1 and referralId = ?2 and personId = ?3", referral.owner, referral.id, person) > 0;
    }

    List<UUID> of(Referral referral) {
        return list("owner = ?1 and referralId = ?2", referral.owner, referral.id).stream()
                .map(member -> member.personId)
                .toList();
    }

    void join(Referral referral, UUID person, UUID addedBy, Instant at) {
        ReferralMember member = new ReferralMember();
        member.owner = referral.owner;
        member.referralId = referral.id;
        member.personId = person;
        member.addedBy = addedBy;
        member.addedAt = at;
        persist(member);
    }

    void leave(Referral referral, Collection<UUID> people) {
        if (!people.isEmpty()) {
            delete("owner = ?1 and referralId = ?2 and personId in ?3", referral.owner, referral.id, people);
        }
    }
}
