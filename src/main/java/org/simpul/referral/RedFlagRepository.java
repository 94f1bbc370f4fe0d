package org.simpul.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.simpul.shared.Ids;

/** Its finders take a version that was loaded in scope. */
@ApplicationScoped
class RedFlagRepository implements PanacheRepositoryBase<ReferralRedFlag, UUID> {

    List<ReferralRedFlag> of(ReferralVersion version) {
        return list("versionId = ?1 order by id", version.id);
    }

    void replace(ReferralVersion version, List<CitedRedFlag> cited) {
        delete("versionId", version.id);
        for (CitedRedFlag flag : cited) {
            ReferralRedFlag row = new ReferralRedFlag();
            row.id = Ids.next();
            row.owner = version.owner;
            row.versionId = version.id;
            row.typologyVersionId = flag.typologyVersionId();
            row.redFlagCode = flag.redFlagCode();
            row.note = flag.note();
            persist(row);
        }
    }
}
